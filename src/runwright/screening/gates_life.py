"""Gates of a time of life: after a birth, in pregnancy, under 18 (G12-G14)."""

from runwright.domain.home_test import HomeTest, TestGroup, TestUnit
from runwright.domain.screening import Gate, GateEffect
from runwright.domain.words import _
from runwright.screening.answers import answer, filled
from runwright.screening.gate_words import conditions, gate_of, sentences
from runwright.screening.results import Results
from runwright.screening.subject import Subject

AFTER_BIRTH = frozenset({
    GateEffect.NO_RUNNING,
    GateEffect.NO_IMPACT,
    GateEffect.NO_JUMPS,
    GateEffect.NO_HARD_JUMPS,
    GateEffect.NO_HEAVY,
})
IN_PREGNANCY = frozenset({GateEffect.NO_HEAVY, GateEffect.NO_JUMPS, GateEffect.NO_HARD_JUMPS})
UNDER_AGE = frozenset({GateEffect.SUPERVISED, GateEffect.NO_HEAVY})


def after_birth_gate(seen: Subject, results: Results) -> Gate | None:
    """G12: until the weeks are over, nothing is felt, and every load test is passed."""
    if not _says_yes(seen, "gave_birth"):
        return None
    missing = (*_weeks_missing(seen), *_symptoms_missing(seen), *_tests_missing(seen, results))
    if not missing:
        return None
    has_symptoms = _says_yes(seen, "birth_symptoms")
    birth, symptoms = seen.questions["gave_birth"], seen.questions["birth_symptoms"]
    parameters = seen.rules["G12"]
    return Gate(
        rule="G12",
        effects=AFTER_BIRTH,
        says=sentences([
            filled(_(birth.says), parameters),
            filled(_(symptoms.says), parameters) if has_symptoms else "",
        ]),
        opens_when=conditions(missing),
        refers=has_symptoms,
    )


def pregnancy_gate(seen: Subject) -> Gate | None:
    """G13: no jumps and nothing heavy; light only until someone has said exercise is fine."""
    if not _says_yes(seen, "pregnant"):
        return None
    effects, questions = set(IN_PREGNANCY), [seen.questions["pregnant"]]
    if not _says_yes(seen, "pregnancy_exercise_fine"):
        effects.add(GateEffect.LIGHT_ONLY)
        questions.append(seen.questions["pregnancy_exercise_fine"])
    if answer(seen, seen.questions["lightheaded_on_back"]) is not False:
        effects.add(GateEffect.NO_SUPINE)
        questions.append(seen.questions["lightheaded_on_back"])
    return gate_of(seen, effects, tuple(questions))


def youth_gate(seen: Subject) -> Gate | None:
    """G14: an adult watches, and nothing maximal."""
    if not _says_yes(seen, "under_18"):
        return None
    return gate_of(seen, UNDER_AGE, (seen.questions["under_18"],))


def load_test_needs(seen: Subject, test: HomeTest) -> float:
    """Return what a load test after a birth must reach, in its unit."""
    return float(getattr(seen.rules[test.rule], str(test.needs)))


def _says_yes(seen: Subject, question_id: str) -> bool:
    return answer(seen, seen.questions[question_id]) is True


def _weeks_missing(seen: Subject) -> tuple[str, ...]:
    weeks, needed = seen.runner.weeks_since_birth, seen.rules["G12"].min_weeks
    if weeks is None:
        return (_("you have told how many weeks ago the birth was"),)
    if weeks < needed:
        return (
            _("{needed} weeks have passed (it is week {weeks})").format(needed=needed, weeks=weeks),
        )
    return ()


def _symptoms_missing(seen: Subject) -> tuple[str, ...]:
    if answer(seen, seen.questions["birth_symptoms"]) is False:
        return ()
    return (_("there is no leaking, heaviness or pain"),)


def _tests_missing(seen: Subject, results: Results) -> tuple[str, ...]:
    tests = [test for test in seen.tests.values() if test.group is TestGroup.POSTPARTUM]
    return tuple(
        _to_do(test, load_test_needs(seen, test))
        for test in tests
        if not _is_passed(seen, test, results)
    )


def _is_passed(seen: Subject, test: HomeTest, results: Results) -> bool:
    reached = results.weaker(test)
    return reached is not None and reached >= load_test_needs(seen, test)


def _to_do(test: HomeTest, needed: float) -> str:
    words = (
        _("{test}, {needed:g} {unit} a side") if test.has_sides else _("{test}, {needed:g} {unit}")
    )
    unit = _("times") if test.unit is TestUnit.REPS else test.unit.value
    return words.format(test=_(test.name), needed=needed, unit=unit)
