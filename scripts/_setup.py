"""Refuses a Python that is too old; all else that the scripts beside it ask for is in ``_environment``.

Any Python from 2.7 on can read this file and the scripts that a user starts, so that an old one is named in words.
"""

import sys

OLDEST = (3, 11)
if sys.version_info < OLDEST:
    sys.exit(
        "unres needs Python {}.{} or later; this is {} ({}).\n"
        "Get a newer one from your system or https://www.python.org/downloads/ and start this script with it.".format(
            OLDEST[0], OLDEST[1], sys.version.split()[0], sys.executable
        )
    )

from _environment import LOCKS, ROOT, prepare, run, run_silently  # noqa: E402

__all__ = ["LOCKS", "OLDEST", "ROOT", "prepare", "run", "run_silently"]
