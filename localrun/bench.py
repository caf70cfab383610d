"""`run.py bench`: how fast and how well the parser reads a folder of documents.

The measuring itself is in resolutions.evaluation, which needs the installed packages; this prepares them.
"""

import os
from collections.abc import Sequence

from localrun.environment import Environment
from localrun.processes import run_in_foreground

_REQUIREMENTS = "requirements-dev.txt"  # they hold the schema that exports are checked against


def run_bench(environment: Environment, arguments: Sequence[str]) -> int:
    """Measure as ARGUMENTS say and return the exit code; no server is needed."""
    environment.prepare(_REQUIREMENTS)
    command = [str(environment.python), "-m", "resolutions.evaluation", *arguments]
    return run_in_foreground(command, dict(os.environ))
