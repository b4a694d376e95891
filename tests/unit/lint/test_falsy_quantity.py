import pytest

from tests.unit.lint.linted import rules_broken


@pytest.mark.parametrize(
    "source",
    [
        "if dose.rir: pass",
        "if rir: pass",
        "load = dose.load_kg or 0.0",
        "shown = dose.rest_s and str(dose.rest_s)",
        "while left_min: pass",
        "x = 1 if dose.reps else 2",
        "missing = not dose.sets",
        "kept = [d for d in doses if d.hold_s]",
        "assert check_in.pain_0_10",
        "known = bool(effort.rpe)",
        "if found and dose.load_kg: pass",
        "match dose:\n    case Dose() if dose.rir: pass",
    ],
)
def test_asking_an_amount_whether_it_is_true_is_a_fault(source):
    assert rules_broken(source, room="domain") == ["falsy-quantity"]


@pytest.mark.parametrize(
    "source",
    [
        "if dose.rir is None: pass",
        "if dose.load_kg > 0: pass",
        "if dose.load_kg is not None and dose.load_kg > 0: pass",
        "load_kg = found or dose.load_kg",
        "if session.exercises: pass",
        "if request.blocked_days: pass",
        "if is_long_run(run.distance_km): pass",
        "if parameter.is_share: pass",
        "unit = 'km' if in_km else 'min'",
    ],
)
def test_comparing_an_amount_is_fine(source):
    assert rules_broken(source, room="domain") == []


def test_a_name_that_stands_alone_in_two_tests_of_one_line_is_told_once():
    assert rules_broken("if rir and (rir or x): pass", room="domain") == ["falsy-quantity"]
