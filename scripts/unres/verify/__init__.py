"""Proves that a finished site is whole: each word of its texts once and in order, each link alive, each file as built.

In: a built site, perhaps copied to a server, and the source texts if they are at hand. Out: a sentence a fault. Nothing
of the build is trusted: pages, JSON and Akoma Ntoso are read back and compared with each other or with the texts.
"""

from unres.verify.command import run_verify
from unres.verify.proof import Fault
from unres.verify.site import Verdict, verify

__all__ = ["Fault", "Verdict", "run_verify", "verify"]
