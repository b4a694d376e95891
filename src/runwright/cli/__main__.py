"""`python -m runwright.cli`, the same as the command `runwright`."""

import sys

from runwright.cli.program import main

if __name__ == "__main__":
    sys.exit(main())
