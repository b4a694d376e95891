"""Reads what the body says: [[pain]], [safety], [tests] and [readiness]."""

from dataclasses import replace
from datetime import date
from typing import Any

from runwright.domain.runner import HomeTestResult, Pain, Readiness, Side
from runwright.domain.words import N_, _
from runwright.formats.runner_toml.expected import Bounds, Words, shown
from runwright.formats.runner_toml.schema import NONE_APPLIES, PAIN, READINESS, elsewhere
from runwright.formats.runner_toml.table import Table
from runwright.formats.runner_toml.vocabulary import Vocabulary
from runwright.formats.runner_toml.words import SIDES, region_meanings, regions_meant

SCORE = Bounds(
    low=0, high=10, unit=N_("(0 is no pain, 10 the worst there is)"), example="score = 3"
)
SINCE = Bounds(low=0, high=2600, unit=N_("weeks"), example="since_weeks = 6")
SLEEP = Bounds(low=0, high=16, unit=N_("hours"), example="sleep_hours = 7.5")
STRESS = Bounds(low=0, high=7, unit=N_("days of the last 7"), example="stress_days = 2")
SORENESS = Bounds(low=0, high=10, unit=N_("(0 is fresh, 10 very sore)"), example="soreness = 3")
RESULT = Bounds(low=-180, high=1000, unit=N_("in the unit of the test"), example="left = 8")


def read_pains(tables: tuple[Table, ...], *, vocabulary: Vocabulary) -> tuple[Pain, ...]:
    """Pain the runner reports."""
    return tuple(pain for table in tables if (pain := _pain(table, vocabulary)))


def read_safety(table: Table, *, vocabulary: Vocabulary) -> dict[str, bool]:
    """Return the answers to the safety questions; `none_applies = true` is no to `no_to_all`.

    A question answered by name counts for more than `none_applies`.
    """
    questions = vocabulary.safety_questions
    table.expect_keys((NONE_APPLIES, *sorted(questions)), elsewhere=elsewhere())
    none_applies = table.flag(NONE_APPLIES)
    answers = dict.fromkeys(sorted(vocabulary.no_to_all), False) if none_applies is True else {}
    for question in table.values:
        answer = table.flag(question) if question in questions else None
        if answer is not None:
            answers[question] = answer
    return answers


def read_home_tests(
    table: Table, *, vocabulary: Vocabulary, today: date
) -> tuple[HomeTestResult, ...]:
    """Results of the home tests, sorted by test, day and side."""
    known = sorted(vocabulary.home_tests)
    table.expect_keys(known, elsewhere=elsewhere())
    results = [
        result
        for name in table.values
        if name in vocabulary.home_tests
        for result in _results(
            table, name, today=today, has_sides=name in vocabulary.two_sided_tests
        )
    ]
    return tuple(sorted(results, key=order_of_results))


def order_of_results(result: HomeTestResult) -> tuple[str, date, str, float]:
    """Return the place of a result among others: by test, day (not told first), side and value."""
    return result.test, result.day or date.min, result.side or "", result.value


def read_readiness(table: Table) -> Readiness:
    """Return how the last two weeks felt."""
    table.expect_keys(READINESS, elsewhere=elsewhere())
    return Readiness(
        sleep_h=table.amount("sleep_hours", SLEEP),
        stress_days=table.whole("stress_days", STRESS),
        soreness_0_10=table.whole("soreness", SORENESS),
        volume_rising=table.flag("volume_rising"),
        intensity_rising=table.flag("intensity_rising"),
        sleep_falling=table.flag("sleep_falling"),
    )


def _pain(table: Table, vocabulary: Vocabulary) -> Pain | None:
    how = _("write {right}").format(right="score = 3")
    table.expect_keys(PAIN, elsewhere={**elsewhere(), "pain": how, "level": how})
    region = _region(table, vocabulary)
    score = table.whole("score", SCORE)
    sides = Words(kind=_("a side"), meanings=SIDES, main=("left", "right", "both"))
    side = table.word("side", sides)
    bone: dict[str, Any] = {key: table.flag(key) for key in PAIN if key not in NOT_ASKED_OF_BONE}
    since_weeks = table.whole("since_weeks", SINCE)
    for key, example in (("region", '"plantar_heel"'), ("score", "3")):
        if key not in table.values:
            says = _("the pain has no {key}; add {key} = {example}")
            table.fault(None, "missing", says.format(key=key, example=example))
    if region is None or score is None:
        return None
    told = Pain(region=region, pain_0_10=score, side=side, since_weeks=since_weeks)
    return replace(told, **bone)


NOT_ASKED_OF_BONE = frozenset({"region", "score", "side", "since_weeks"})


def _region(table: Table, vocabulary: Vocabulary) -> str | None:
    word = table.text("region")
    if word is None:
        return None
    several = regions_meant(word, vocabulary)
    if not several:
        main = tuple(sorted(vocabulary.pain_regions))
        return table.word(
            "region", Words(kind=_("a region"), meanings=region_meanings(vocabulary), main=main)
        )
    says = _("{got} can be several regions; expected one of: {regions}")
    table.fault("region", "unknown-word", says.format(got=shown(word), regions=", ".join(several)))
    return None


def _results(table: Table, name: str, *, today: date, has_sides: bool) -> list[HomeTestResult]:
    value = table.values[name]
    if isinstance(value, dict | list):
        each = (_one_day(one, name, today=today, has_sides=has_sides) for one in table.tables(name))
        return [result for results in each for result in results]
    number = table.amount(name, RESULT)
    if has_sides:
        says = _("{test} has two sides; write {test} = {{ left = 8, right = 11 }}")
        table.fault(name, "sides", says.format(test=name))
    return [] if number is None else [HomeTestResult(test=name, value=number)]


def _one_day(table: Table, name: str, *, today: date, has_sides: bool) -> list[HomeTestResult]:
    sides = {"left": Side.LEFT, "right": Side.RIGHT} if has_sides else {"value": None}
    no_sides = _("this test has no sides: value = 60")
    table.expect_keys(
        (*sides, "date"), elsewhere={} if has_sides else dict.fromkeys(("left", "right"), no_sides)
    )
    day = table.day("date")
    if day is not None and day > today:
        says = _("the test is dated {day}, after today ({today}); mend the date")
        table.fault("date", "not-yet", says.format(day=day, today=today))
    if not set(sides) & set(table.values):
        says = _("{test} has no result; add {key} = 8")
        table.fault(None, "missing", says.format(test=name, key=" or ".join(sides)))
    read = ((side, table.amount(key, RESULT)) for key, side in sides.items())
    return [
        HomeTestResult(test=name, value=value, side=side, day=day)
        for side, value in read
        if value is not None
    ]
