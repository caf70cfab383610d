#!/usr/bin/env python3
"""Set up and start the obligations tracker, or check it: `python3 run.py --help`.

Needs nothing but Python 3.11 or newer. The parts are in localrun/, which uses the standard library only;
this file also parses on older Pythons, so that they get a sentence and not a SyntaxError.
"""

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - older Pythons are exactly who this speaks to
    sys.exit(
        "The obligations tracker needs Python 3.11 or newer; this is Python "
        + sys.version.split()[0]
        + ". Run it with a newer one, for instance: python3.11 run.py"
    )
if os.name != "posix":
    sys.exit("run.py works on Linux and macOS; elsewhere use the Dockerfile and compose.yaml.")

from localrun.commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
