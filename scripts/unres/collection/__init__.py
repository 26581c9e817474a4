"""Every resolution that is held, who cites whom, and where each reference leads.

In: source texts. Out: entries, which every writer takes.
"""
