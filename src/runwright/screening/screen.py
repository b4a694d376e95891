"""One screen of a runner: gates, findings, needs, and what should still be told."""

from collections.abc import Iterator, Mapping
from datetime import date

from runwright.domain.calendar import DAYS_PER_WEEK
from runwright.domain.evidence import Region
from runwright.domain.home_test import HomeTest, SafetyQuestion
from runwright.domain.pain_light import light_words, pain_light
from runwright.domain.runner import HomeTestResult, Runner, Sex, Side
from runwright.domain.said import together
from runwright.domain.screening import Screening
from runwright.domain.words import _
from runwright.screening.answers import answer, filled, open_questions
from runwright.screening.findings import findings_for
from runwright.screening.gates import closed_gates
from runwright.screening.measured import unit_words
from runwright.screening.needs import needs_for
from runwright.screening.pain import region_of
from runwright.screening.results import Results, difference, pairs_over_time, results_of
from runwright.screening.subject import NO_HISTORY, History, RuleParameters, Subject


def screen(  # noqa: PLR0913  # keyword-only, each a different kind of knowledge
    runner: Runner,
    *,
    questions: Mapping[str, SafetyQuestion],
    tests: Mapping[str, HomeTest],
    rules: Mapping[str, RuleParameters],
    regions: Mapping[str, Region],
    as_of: date,
    history: History = NO_HISTORY,
) -> Screening:
    """Return what answers, pains and home tests say on a day; no score, no diagnosis.

    Parameters
    ----------
    questions, tests, regions
        By id, from the knowledge base.
    rules
        Parameters by rule id, each an object with attributes: ``rules["G16"].calf_raises``.
    as_of
        The day it is looked at from.

    Raises
    ------
    UnknownRegionError
        If a pain names a region that `regions` does not have.
    ValueOutOfRangeError
        If a pain is rated outside 0 to 10.
    """
    return screened(
        Subject(
            runner=runner,
            questions=questions,
            tests=tests,
            rules=rules,
            regions=regions,
            as_of=as_of,
            history=history,
        )
    )


def screened(seen: Subject) -> Screening:
    """Return the screening of a subject."""
    results = results_of(seen)
    findings = findings_for(seen, results)
    return Screening(
        gates=closed_gates(seen),
        findings=findings,
        needs=needs_for(seen, results, findings),
        questions_open=tuple(question.id for question in open_questions(seen)),
        notes=(*_notes_about_the_runner(seen), *results.notes, *_notes_over_time(seen, results)),
    )


def _notes_about_the_runner(seen: Subject) -> Iterator[str]:
    runner = seen.runner
    if runner.age is None:
        yield _("Your age is not told; typical values are those at {age}.").format(
            age=seen.norm_age
        )
    if runner.sex is Sex.UNSPECIFIED:
        yield _("Where typical values differ by sex, the more cautious one is used.")
    older = seen.questions["from_65"]
    if answer(seen, older) is True:
        yield filled(_(older.says), seen.rules[older.rule])
    for pain in runner.pains:
        region = region_of(pain, seen.regions)
        light = pain_light(pain.pain_0_10, region.tissue, seen.rules["G07"])
        yield _("{place}, {pain} of 10: {light}.").format(
            place=_(region.name), pain=pain.pain_0_10, light=light_words(light)
        )


def _notes_over_time(seen: Subject, results: Results) -> Iterator[str]:
    """Changes beyond a test's own error, and results that are due again (rule A01)."""
    for earlier, latest in pairs_over_time(results):
        test = seen.tests[latest.test]
        mdc95, change = test.error.mdc95, difference(latest.value, earlier.value)
        if mdc95 is not None and change > mdc95:
            words = _("{test}{side}: {before:g} to {now:g} {unit}, more than the test's own error.")
            yield words.format(
                test=_(test.name),
                side=_side_words(latest.side),
                before=earlier.value,
                now=latest.value,
                unit=unit_words(test.unit),
            )
    due = dict.fromkeys(
        seen.tests[found[-1].test].name
        for found in results.kept.values()
        if _is_due(seen, found[-1])
    )
    if due:
        yield _("Time to test again: {tests}.").format(tests=together(map(_, due), ", "))


def _side_words(side: Side | None) -> str:
    if side is None:
        return ""
    return _(", left") if side is Side.LEFT else _(", right")


def _is_due(seen: Subject, result: HomeTestResult) -> bool:
    latest_weeks = seen.rules["A01"].every_weeks[1]
    return result.day is not None and (seen.as_of - result.day).days > latest_weeks * DAYS_PER_WEEK
