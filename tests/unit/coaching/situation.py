"""The situation of a case: a diary, a day, the weights at hand."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from runwright.coaching.around import Around
from runwright.coaching.fold import folded
from runwright.coaching.form import form_words
from runwright.coaching.judged import calf_reps_before_load
from runwright.coaching.loads import usual_loads_kg
from runwright.coaching.steps import next_step
from runwright.coaching.told import Told
from runwright.domain.check_in import CheckIn
from runwright.domain.proposal import Change
from runwright.domain.runner import HomeTestResult, Runner, Side
from runwright.planning.kit import kit_at_hand
from runwright.screening.findings import findings_for
from runwright.screening.results import results_of
from runwright.usecases.plan_season import subject_of
from tests.unit.coaching.logs import START, book, library, told_of
from tests.unit.coaching.words import dose, session

GYM = frozenset({"gym"})


def around(kit: Collection[str] = GYM, **given: Any) -> Around:
    """A runner's situation with a kit, weights by kit, and what holds them back."""
    at_hand = kit_at_hand(library(), frozenset(kit))
    closed = frozenset(given.pop("closed", ()))
    typical = given.pop("typical_calf_raises", None)
    own = given.pop("weights", None)
    usual = usual_loads_kg(library().kit)
    return Around(
        known=library(),
        book=book(),
        today=given.pop("today"),
        kit=at_hand,
        loads_kg=usual if own is None else {**usual, **{k: tuple(v) for k, v in own.items()}},
        is_allowed=lambda one: one.can_be_done_with(at_hand) and not closed & set(one.gates),
        calf_reps=calf_reps_before_load(book(), typical),
        most_contacts=book().parameters("D20").contacts_cap,
        **given,
    )


def told_in(case: dict[str, Any]) -> Told:
    exercise, asked = dose(case["doing"])
    mornings = [
        CheckIn(day=START + timedelta(days=day), pain_free=True)
        for day in case.get("green_mornings", ())
    ]
    done = [session(one) for one in case["sessions"]]
    return told_of(exercise, asked, done, check_ins=mornings)


def form_in(case: dict[str, Any], today: date) -> str:
    """Why harder single-leg squats wait, by the films of a case."""
    films = {"squat_faults": today - timedelta(weeks=4), "newer_squat_faults": today}
    results = tuple(
        HomeTestResult(test="single_leg_squat", value=faults, side=side, day=day)
        for name, day in films.items()
        for faults, side in zip(case.get(name, ()), (Side.LEFT, Side.RIGHT), strict=False)
    )
    runner = Runner(name="", timezone="UTC", test_results=results)
    subject = subject_of(runner, library(), today)
    return form_words(findings_for(subject, results_of(subject)), book())


def change_in(case: dict[str, Any]) -> Change | None:
    """What the coach would change about the exercise of a case."""
    exercise, _asked = dose(case["doing"])
    told = told_in(case)
    today = max(one.started_at.date() for one in told.sessions)
    today = START + timedelta(days=case["today"]) if "today" in case else today
    state = folded(
        told,
        library(),
        book(),
        as_of=today,
        calf_typical_reps=case.get("typical_calf_raises"),
    )
    found = state.exercise(exercise)
    assert found is not None
    return next_step(
        found,
        around(
            case.get("with", GYM),
            today=today,
            weights=case.get("weights"),
            closed=case.get("closed", ()),
            typical_calf_raises=case.get("typical_calf_raises"),
            held={exercise: case["held"]} if "held" in case else {},
            frozen=case.get("frozen", ""),
            morning_is_green=case.get("morning_is_green", False),
            is_sore=case.get("is_sore", False),
            form=form_in(case, today),
        ),
    )
