import pytest

from loei_coop.common.backup.retention import remove_old, superfluous


def named(moment):
    return f"loei-backup-{moment}.zip"


TODAY = "2026-11-22-0230"
RECENT = "2026-11-20-0230"


@pytest.mark.parametrize(
    ("others", "gone"),
    [
        ([], []),
        ([RECENT], []),
        # The day that lies exactly `keep_days` before is kept, the minute before is not.
        (["2026-11-15-0230"], []),
        (["2026-11-15-0229"], ["2026-11-15-0229"]),
        # The last one of each month.
        (["2026-10-01-0230", "2026-10-31-0230"], ["2026-10-01-0230"]),
        (["2026-10-31-0230", "2026-10-31-0230-2"], ["2026-10-31-0230"]),
        (["2026-10-31-0230-9", "2026-10-31-0230-10"], ["2026-10-31-0230-9"]),
        # Of three months that have any, this one among them.
        (["2026-08-31-0230", "2026-10-31-0230"], []),
        (["2025-01-31-0230", "2026-08-31-0230", "2026-10-31-0230"], ["2025-01-31-0230"]),
        # A clock that went wrong removes nothing: later files stay.
        (["2099-01-01-0000"], []),
    ],
)
def test_of_seven_days_and_three_months(others, gone):
    names = [named(moment) for moment in [*others, TODAY]]
    found = superfluous(names, newest=named(TODAY), keep_days=7, keep_monthly=3)
    assert found == [named(moment) for moment in gone]


def test_the_newest_stays_even_when_nothing_is_to_be_kept():
    names = [named(RECENT), named(TODAY)]
    assert superfluous(names, newest=named(TODAY), keep_days=0, keep_monthly=0) == [named(RECENT)]


def test_a_file_of_another_name_is_never_removed():
    names = ["loei-backup-2020-13-45-0000.zip", "ทะเบียน.zip", "loei-backup-old.zip", named(TODAY)]
    assert superfluous(names, newest=named(TODAY), keep_days=0, keep_monthly=0) == []


def test_only_superfluous_files_are_removed(tmp_path):
    for name in [named("2020-01-01-0000"), named(RECENT), named(TODAY), "ทะเบียน.zip"]:
        (tmp_path / name).touch()
    removed = remove_old(tmp_path / named(TODAY), keep_days=7, keep_monthly=1)
    assert [path.name for path in removed] == [named("2020-01-01-0000")]
    assert {p.name for p in tmp_path.iterdir()} == {named(RECENT), named(TODAY), "ทะเบียน.zip"}
