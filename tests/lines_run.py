"""Which lines of the portal the tests run: every statement ticks itself off.

A tracer slows down Django and all other libraries with the portal, and so doubles the time of the
suite. Here the portal's own modules are compiled with a tick before each statement, and nothing
else changes. The ticks are left as coverage's data, for `coverage combine` and `coverage report`.
What runs only in a process that a test starts counts as not run.
"""

import ast
import atexit
import sys
from importlib.machinery import PathFinder, SourceFileLoader
from pathlib import Path

from coverage import CoverageData

ROOT = Path(__file__).parent.parent
PACKAGES = ("loei_coop", "networks", "governance")
TICKS = "_lines_run_"


def count(data_file: str) -> None:
    """From now on, in every module of the portal that is imported after this."""
    finder = TickingFinder()
    sys.meta_path.insert(0, finder)
    atexit.register(finder.write, data_file)


def files() -> list[str]:
    """All that is counted, also what nothing imports."""
    found = (path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
    return [str(path) for path in found if path.parent.name != "migrations"]


class TickingFinder:
    def __init__(self):
        self.ticks = {path: {} for path in files()}

    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] not in PACKAGES:
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec and spec.origin in self.ticks:
            spec.loader = TickingLoader(name, spec.origin, self.ticks[spec.origin])
        return spec

    def write(self, data_file):
        data = CoverageData(data_file, suffix=True)
        data.add_lines(self.ticks)
        data.write()


class TickingLoader(SourceFileLoader):
    def __init__(self, name, path, ticks):
        super().__init__(name, path)
        self.ticks = ticks

    def get_code(self, fullname):
        """Never the cached one, which has no ticks."""
        return compile(ticking(self.get_source(fullname)), self.path, "exec", dont_inherit=True)

    def exec_module(self, module):
        setattr(module, TICKS, self.ticks)
        super().exec_module(module)


def ticking(source: str) -> ast.Module:
    return ast.fix_missing_locations(Ticker().visit(ast.parse(source)))


class Ticker(ast.NodeTransformer):
    """Puts `_lines_run_[line] = 1` before each statement that a tracer would see."""

    def generic_visit(self, node):
        super().generic_visit(node)
        for block in ("body", "orelse", "finalbody"):
            if isinstance(statements := getattr(node, block, None), list):
                setattr(node, block, list(with_ticks(statements)))
        tick_clauses(getattr(node, "handlers", None) or getattr(node, "cases", []))
        return node


def with_ticks(statements: list[ast.stmt]):
    for statement in statements:
        if not is_docstring(statement):
            yield from ticks(statement)
        yield statement


def is_docstring(statement: ast.stmt) -> bool:
    """It is one only before all other statements."""
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def tick_clauses(clauses: list[ast.ExceptHandler | ast.match_case]) -> None:
    """The lines of `except` and `case` that were asked until one was right."""
    asked = []
    for clause in clauses:
        asked.append(clause)
        clause.body[:0] = [tick for one in asked for tick in ticks(one)]


def ticks(node: ast.AST):
    place = getattr(node, "pattern", node)
    decorators = getattr(node, "decorator_list", [])
    for line in [*(decorator.lineno for decorator in decorators), place.lineno]:
        (tick,) = ast.parse(f"{TICKS}[{line}] = 1").body
        yield ast.copy_location(tick, place)
