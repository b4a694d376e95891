import pytest

from tests.unit.lint.linted import rules_broken


@pytest.mark.parametrize("room", ["domain", "formats", "cli", "web"])
@pytest.mark.parametrize(
    "source",
    [
        "at = datetime.now()",
        "at = datetime.now(None)",
        "at = datetime.now(tz=None)",
        "at = datetime.datetime.utcnow()",
        "at = dt.datetime.today()",
        "at = datetime.fromtimestamp(0)",
        "at = datetime.utcfromtimestamp(0)",
        "from datetime import datetime as D\nat = D.now()",
    ],
)
def test_a_moment_without_a_zone_is_a_fault_everywhere(source, room):
    assert rules_broken(source, room=room) == ["no-naive-time"]


@pytest.mark.parametrize(
    "source",
    [
        "at = datetime.now(UTC)",
        "at = datetime.now(tz=zone)",
        "at = datetime.fromtimestamp(0, UTC)",
        "at = datetime.fromtimestamp(0, tz=UTC)",
        "at = clock.now()",
    ],
)
def test_a_moment_with_a_zone_is_fine(source):
    assert rules_broken(source, room="cli") == []


@pytest.mark.parametrize("source", ["d = date.today()", "d = datetime.date.today()"])
def test_todays_date_is_asked_in_cli_and_web_only(source):
    broken = {
        room: rules_broken(source, room=room) for room in ("planning", "domain", "cli", "web")
    }

    assert broken == {
        "planning": ["no-naive-time"],
        "domain": ["no-naive-time"],
        "cli": [],
        "web": [],
    }
