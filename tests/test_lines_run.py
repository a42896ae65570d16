"""The ticks of the suite's own counter are the lines that coverage's tracer sees."""

import coverage
import pytest

from tests.lines_run import TICKS, TickingLoader, files

SAMPLE = '''
"""A module."""
import functools


@functools.cache
def sign(number):
    """Of a number."""
    if number < 0:
        return -1
    elif number == 0:
        return 0
    return (
        1
    )


def kind(value):
    match value:
        case int():
            return "number"
        case _:
            return "other"


def parse(text):
    try:
        number = int(text)
    except TypeError:
        return 0
    except ValueError:
        return None
    else:
        return number
    finally:
        text = ""


class Person:
    """Has a name."""

    name = "มาลี"

    def never(self):
        raise AssertionError


signs = [
    sign(number)
    for number in (-1, 1)
]
for text in ("1", "x"):
    parse(text)
else:
    kinds = kind(signs)
while False:
    never = 1
with open(__file__) as file:
    async def later(): pass
'''


@pytest.fixture
def sample(tmp_path):
    path = tmp_path / "sample.py"
    path.write_text(SAMPLE)
    return path


def run_with_ticks(path):
    ticks = {}
    code = TickingLoader("sample", str(path), ticks).get_code("sample")
    values = {TICKS: ticks, "__name__": "sample", "__file__": str(path)}
    exec(code, values)
    return ticks, values


def seen_by_coverage(path):
    tracer = coverage.Coverage(data_file=None, include=[str(path)], config_file=False)
    with tracer.collect():
        exec(compile(path.read_text(), path, "exec"), {"__name__": "s", "__file__": str(path)})
    _path, statements, _excluded, missing, _text = tracer.analysis2(str(path))
    return set(statements), set(missing)


def test_the_lines_are_those_that_coverage_sees(sample):
    statements, missing = seen_by_coverage(sample)
    ticks, _values = run_with_ticks(sample)
    assert len(missing) == 4
    assert statements - set(ticks) == missing


def test_the_module_stays_as_it_is(sample):
    _ticks, values = run_with_ticks(sample)
    assert values["__doc__"] == "A module."
    assert values["sign"].__doc__ == "Of a number."
    assert values["signs"] == [-1, 1]
    assert set(vars(values["Person"])) >= {"name", "never"}
    assert TICKS not in vars(values["Person"])


def test_every_module_but_the_migrations_is_counted():
    assert any(path.endswith("networks/models/organization.py") for path in files())
    assert not any("/migrations/" in path for path in files())
