"""The shape of the house: imports run downhill, files and functions stay small, parsing needs no Django."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FILE = 400
LONGEST_FUNCTION = 60

# From the roof to the ground: a module may import its own storey and those below it.
STOREYS = (
    ("config",),
    ("tracker.api",),
    ("tracker.views", "tracker.admin", "tracker.forms", "tracker.urls", "tracker.management"),
    ("tracker",),
    ("resolutions",),
    ("resolutions.parsing",),
    ("resolutions.readers",),
)
# Some modules may import less than their storey.
MODELS_MAY_IMPORT = {
    "tracker.models": (
        "tracker.models",
        "tracker.querysets",
        "tracker.item_querysets",
        "tracker.report_querysets",
        "tracker.statuses",
        "tracker.validity",
        "resolutions.models",
        "resolutions.history",
    ),
    "resolutions.models": ("resolutions.models", "resolutions.querysets", "resolutions.history"),
}
WITHOUT_DJANGO = ("resolutions.parsing", "resolutions.readers", "resolutions.evaluation", "localrun")
SIGNALS = ("django.dispatch", "django.db.models.signals", "django.core.signals", "django.test.signals")
PACKAGES = ("config", "localrun", "resolutions", "tracker")


@dataclass(frozen=True)
class Import:
    """One module that another imports, and where."""

    target: str
    line: int
    late: bool = False
    for_types_only: bool = False


def within(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


def storey(module: str) -> int | None:
    """Return how far down a module lives, None for one that is not ours."""
    homes = [
        (len(package), level)
        for level, packages in enumerate(STOREYS)
        for package in packages
        if within(module, package)
    ]
    return max(homes)[1] if homes else None


def imports(source: str) -> Iterator[Import]:
    """Yield every import of a module, those inside functions marked as late."""
    yield from _below(ast.parse(source), late=False, for_types_only=False)


def _below(node: ast.AST, *, late: bool, for_types_only: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        for target in _targets(child):
            yield Import(target, child.lineno, late, for_types_only)  # type: ignore[attr-defined]
        yield from _below(
            child,
            late=late or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda),
            for_types_only=for_types_only
            or (isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test)),
        )


def _targets(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        if node.level:
            return ["." * node.level + (node.module or "")]
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return []


def faults(module: str, source: str) -> list[str]:
    """Return every way in which the imports of a module break the shape of the house."""
    return [
        f"{module}, line {each.line}: {fault} ({each.target})"
        for each in imports(source)
        for fault in _faults_of(module, each)
    ]


def _faults_of(module: str, each: Import) -> Iterator[str]:
    here, there = storey(module), storey(each.target)
    if each.target.startswith("."):
        yield "relative import"
    if each.late:
        yield "import inside a function"
    if here is not None and there is not None and there < here:
        yield "import of a storey above"
    if any(within(each.target, package) for package in SIGNALS):
        yield "a signal"
    if any(within(module, package) for package in WITHOUT_DJANGO) and within(each.target, "django"):
        yield "Django where there is none"
    if there is not None and not each.for_types_only and not _models_may(module, each.target):
        yield "a model that knows a door"


def _models_may(module: str, target: str) -> bool:
    allowed = [may for models, may in MODELS_MAY_IMPORT.items() if within(module, models)]
    return all(any(within(target, package) for package in may) for may in allowed)


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def our_files(*packages: str) -> dict[str, Path]:
    """Return our hand-written modules by name."""
    return {
        module_name(path): path
        for package in packages
        for path in sorted((ROOT / package).rglob("*.py"))
        if "migrations" not in path.parts
    }


FILES = our_files(*PACKAGES)


def test_every_import_runs_downhill():
    found = [fault for module, path in FILES.items() for fault in faults(module, path.read_text())]
    assert found == []


def test_there_is_no_circle_of_imports():
    graph = {module: _modules_imported(path.read_text(), module) for module, path in FILES.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"These modules import each other: {error.args[1]}")


def _modules_imported(source: str, module: str) -> set[str]:
    found = set()
    for each in imports(source):
        named = each.target if each.target in FILES else each.target.rpartition(".")[0]
        if named in FILES and named != module and not each.for_types_only:
            found.add(named)
    return found


def test_local_running_needs_nothing_but_the_standard_library():
    wrong = [
        each.target
        for path in our_files("localrun").values()
        for each in imports(path.read_text())
        if (top := each.target.partition(".")[0]) != "localrun" and top not in sys.stdlib_module_names
    ]
    assert wrong == []


def test_no_file_is_longer_than_a_person_reads_at_once():
    lengths = {module: len(path.read_text().splitlines()) for module, path in FILES.items()}
    assert {module: n for module, n in lengths.items() if n > LONGEST_FILE} == {}


def test_no_function_is_longer_than_a_page():
    too_long = [
        f"{module}.{node.name}: {length} lines"
        for module, path in FILES.items()
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert too_long == []


@pytest.mark.parametrize(
    "module", ["resolutions.parsing", "resolutions.readers", "resolutions.evaluation", "localrun.commands"]
)
def test_it_loads_without_django(module):
    code = f"import sys, {module}; sys.exit('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


# --- The checks themselves catch what they are there for ----------------------------------------------


@pytest.mark.parametrize(
    ("module", "line", "fault"),
    [
        ("resolutions.importing", "from tracker.models import ActionItem", "storey above"),
        ("resolutions.importing", "from tracker import models", "storey above"),
        ("resolutions.importing", "import tracker.models", "storey above"),
        ("resolutions.parsing.outline", "from resolutions.models import Clause", "storey above"),
        ("resolutions.readers.plain", "from resolutions.parsing import parse", "storey above"),
        ("tracker.workflow", "from tracker.views.items import item", "storey above"),
        ("tracker.workflow", "from tracker import admin", "storey above"),
        ("tracker.views.items", "from tracker.api.views import Items", "storey above"),
        ("tracker.reports", "from config.celery import app", "storey above"),
        ("resolutions.parsing.outline", "import django", "Django where there is none"),
        ("resolutions.readers.plain", "from django.conf import settings", "Django where there is none"),
        ("tracker.models.reports", "from tracker.workflow import apply", "knows a door"),
        ("resolutions.models.readings", "from resolutions.importing import store", "knows a door"),
        ("tracker.reports", "def f():\n    import json", "inside a function"),
        (
            "tracker.reports",
            "class A:\n    def f(self):\n        from tracker import api",
            "inside a function",
        ),
        ("tracker.reports", "from .models import ActionItem", "relative import"),
        ("tracker.reports", "from . import models", "relative import"),
        ("tracker.apps", "from django.dispatch import receiver", "a signal"),
        ("tracker.apps", "from django.db.models.signals import post_save", "a signal"),
        ("tracker.apps", "from django.db.models import signals", "a signal"),
    ],
)
def test_a_wrong_import_is_caught(module, line, fault):
    assert fault in " ".join(faults(module, line))


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("tracker.reports", "from resolutions.models import Entity"),
        ("tracker.reports", "from tracker import permissions, workflow"),
        ("tracker.api.views", "from tracker.views import items"),
        ("tracker.management.commands.load", "from tracker.imports import import_file"),
        ("resolutions.importing", "from resolutions.parsing import parse"),
        ("resolutions.parsing.lines", "from resolutions.readers.blocks import Block"),
        ("config.urls", "from tracker.api import urls"),
        ("tracker.models.reports", "from resolutions.models import Entity"),
    ],
)
def test_a_right_import_is_let_through(module, line):
    assert faults(module, line) == []
