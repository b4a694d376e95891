import pytest

from tests.unit.lint.linted import lines_at_fault, rules_broken


def test_a_bare_number_in_a_coaching_room_is_a_fault():
    broken = rules_broken("def rest(sets): return sets * 90\n")

    assert broken == ["unsourced-number"]


@pytest.mark.parametrize("room", ["rules", "training", "screening", "planning", "coaching"])
def test_every_coaching_room_is_looked_at(room):
    assert rules_broken("limit_s = min(x, 55)\n", room=room) == ["unsourced-number"]


@pytest.mark.parametrize("room", ["formats", "domain", "usecases", "knowledge"])
def test_other_rooms_may_use_numbers(room):
    assert rules_broken("limit_s = min(x, 55)\n", room=room) == []


@pytest.mark.parametrize("number", ["0", "1", "2", "100", "180", "360", "-1", "2.0", "True"])
def test_free_numbers_need_no_source(number):
    assert rules_broken(f"def f(x): return x + {number}\n") == []


@pytest.mark.parametrize("number", ["3", "7", "0.5", "60", "-4"])
def test_other_numbers_need_one(number):
    assert rules_broken(f"def f(x): return x + {number}\n") == ["unsourced-number"]


def test_a_default_in_a_signature_counts():
    assert rules_broken("def f(weeks=4): return weeks\n") == ["unsourced-number"]


@pytest.mark.parametrize(
    "constant",
    [
        "LOOK_BACK_DAYS = 30  # the habit of the last month\n",
        "# the habit of the last month\nLOOK_BACK_DAYS = 30\n",
        "LOOK_BACK_DAYS: Final = 30  # the habit of the last month\n",
        "SHARES = {\n    'easy': 0.8,  # as most runners do\n}\n",
    ],
)
def test_a_named_constant_with_a_reason_is_allowed(constant):
    assert rules_broken(constant) == []


@pytest.mark.parametrize(
    "constant",
    [
        "LOOK_BACK_DAYS = 30\n",
        "# about something else\n\nLOOK_BACK_DAYS = 30\n",
        "look_back_days = 30  # not a constant's name\n",
        "class Limits:\n    LOOK_BACK_DAYS = 30  # not the module's\n",
    ],
)
def test_a_constant_without_name_reason_or_place_is_a_fault(constant):
    assert rules_broken(constant) == ["unsourced-number"]


def test_the_reason_of_one_constant_does_not_serve_the_next():
    assert lines_at_fault("A_DAYS = 30  # a month\nB_DAYS = 28\n") == [2]


@pytest.mark.parametrize("factor", [7, 24, 60, 3600])
def test_unit_factors_need_a_name_but_no_reason(factor):
    assert rules_broken(f"FACTOR = {factor}\n") == []
