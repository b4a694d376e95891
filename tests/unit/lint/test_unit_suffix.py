import pytest

from tests.unit.lint.linted import lines_at_fault, rules_broken


def dataclass_with(*fields: str) -> str:
    return "\n".join([
        "@dataclass(frozen=True)",
        "class Dose:",
        *(f"    {line}" for line in fields),
    ])


@pytest.mark.parametrize(
    "field",
    [
        "load: float",
        "rest: float | None = None",
        "pauses: tuple[float, ...]",
        "by_week: dict[str, float]",
        "load_per_week: float",
        "distance: 'float'",
    ],
)
def test_a_float_field_without_a_unit_is_a_fault(field):
    assert rules_broken(dataclass_with(field), room="domain") == ["unit-suffix"]


@pytest.mark.parametrize(
    "field",
    [
        "load_kg: float",
        "rest_s: float | None = None",
        "one_rm_fraction: float",
        "pain_0_10: float",
        "pace_s_per_km: float",
        "seconds_per_rep: float",
        "load_au_per_week: float",
        "sessions_per_week: float",
        "load_au_by_week: dict[str, float]",
        "rpe: float",
        "name: str",
        "sets: int",
        "LIMIT: ClassVar[float] = 1.0",
        "cost: Callable[[float], float]",
    ],
)
def test_a_field_that_says_its_unit_or_needs_none_is_fine(field):
    assert rules_broken(dataclass_with(field), room="domain") == []


def test_a_field_named_unit_speaks_for_the_whole_class():
    parameter = dataclass_with("value: float", "low: float | None", "unit: str")

    assert rules_broken(parameter, room="knowledge") == []


def test_a_named_tuple_is_held_to_the_same():
    assert lines_at_fault("class Lap(NamedTuple):\n    distance: float\n", room="domain") == [2]


def test_an_ordinary_class_is_left_alone():
    assert rules_broken("class Lap:\n    distance: float\n", room="domain") == []
