"""``python -m unres.cli``: the command where no program ``unres`` is on the path."""

import sys

from unres.cli import main

if __name__ == "__main__":
    sys.exit(main())
