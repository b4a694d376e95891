"""One kind of new stress at a time, and a planned dose that waits while nothing may get harder."""

from dataclasses import replace
from datetime import date, timedelta

from runwright.coaching.new_stress import NewStress, kind_of, one_kind
from runwright.coaching.no_harder import no_harder
from runwright.domain.progress import ExerciseState, RunnerState
from runwright.domain.proposal import Change, ChangeKind, Decided, Decision, Proposal, Work
from runwright.domain.session import Dose
from tests.unit.coaching.logs import book

TODAY = date(2026, 9, 28)


def change(
    about: str, to: str = "", kind=ChangeKind.STEP_UP, contacts: int | None = None
) -> Change:
    return Change(
        kind=kind,
        about=about,
        rule="P01",
        because="",
        first_day=TODAY,
        before=Work(says="", exercise=about, contacts=None if contacts is None else contacts - 1),
        after=Work(says="", exercise=to or about, contacts=contacts),
    )


HEAVIER = change("goblet_squat")
OTHER_HEAVIER = change("romanian_deadlift")
RUNG = change("push_up", "push_up_loaded")
OTHER_RUNG = change("dead_bug", "dead_bug_loaded")
LANDINGS = change("pogo_dl", contacts=11)
JUMP = change("pogo_dl", "pogo_sl", contacts=10)
LESS = change("dead_bug", kind=ChangeKind.STEP_DOWN)


def agreed(one: Change, days_ago: int) -> Decided:
    return Decided(
        proposal=Proposal(id=one.about, title="", changes=(one,)),
        decision=Decision.ACCEPTED,
        decided_on=TODAY - timedelta(days=days_ago),
    )


def state(exercise: str = "", since_days: int = 0, last_days: int = 0) -> RunnerState:
    if not exercise:
        return RunnerState(as_of=TODAY)
    one = ExerciseState(
        exercise=exercise,
        sessions=3,
        last_day=TODAY - timedelta(days=last_days),
        since=TODAY - timedelta(days=since_days),
        asked=Dose(sets=2),
    )
    return RunnerState(as_of=TODAY, others=(one,))


def allowed(*changes: Change, decisions=(), seen: RunnerState | None = None) -> tuple[Change, ...]:
    return one_kind(changes, decisions, seen or state(), book(), TODAY)


def test_a_step_is_of_one_kind():
    assert [kind_of(one) for one in (HEAVIER, RUNG, LANDINGS, JUMP, LESS)] == [
        NewStress.MORE,
        NewStress.MORE,
        NewStress.LANDINGS,
        NewStress.LANDINGS,
        None,
    ]


def test_several_weights_may_go_up_together_and_a_step_down_never_waits():
    assert allowed(HEAVIER, OTHER_HEAVIER, LESS) == (HEAVIER, OTHER_HEAVIER, LESS)


def test_a_second_kind_waits():
    assert allowed(HEAVIER, OTHER_HEAVIER, LANDINGS) == (HEAVIER, OTHER_HEAVIER)
    assert allowed(LANDINGS, LESS) == (LANDINGS, LESS)


def test_a_rung_comes_with_the_weights_of_its_week():
    assert allowed(HEAVIER, RUNG) == (HEAVIER, RUNG)


def test_of_two_rungs_the_one_that_waited_longest_comes():
    def at_the_top(sessions: dict[str, int]) -> RunnerState:
        seen = [
            replace(state(name).others[0], top_sessions=count) for name, count in sessions.items()
        ]
        return RunnerState(as_of=TODAY, others=tuple(seen))

    longer = at_the_top({"push_up": 2, "dead_bug": 4})

    assert allowed(RUNG, OTHER_RUNG, HEAVIER, seen=longer) == (OTHER_RUNG, HEAVIER)
    assert allowed(RUNG, OTHER_RUNG, seen=at_the_top({"push_up": 4, "dead_bug": 2})) == (RUNG,)


def test_the_next_rung_comes_a_week_after_the_last_one_was_first_done():
    yes = (agreed(RUNG, days_ago=10),)

    assert allowed(OTHER_RUNG, decisions=yes) == ()
    assert allowed(OTHER_RUNG, decisions=yes, seen=state("push_up_loaded", since_days=6)) == ()
    assert allowed(OTHER_RUNG, decisions=yes, seen=state("push_up_loaded", since_days=7)) == (
        OTHER_RUNG,
    )
    assert allowed(HEAVIER, decisions=yes, seen=state("push_up_loaded", since_days=6)) == (HEAVIER,)


def test_another_kind_waits_until_a_week_after_the_last_one_was_first_done():
    yes = (agreed(HEAVIER, days_ago=10),)

    assert allowed(LANDINGS, decisions=yes, seen=state("goblet_squat", since_days=6)) == ()
    assert allowed(LANDINGS, decisions=yes, seen=state("goblet_squat", since_days=7)) == (LANDINGS,)
    assert allowed(HEAVIER, decisions=yes, seen=state("goblet_squat", since_days=6)) == (HEAVIER,)


def test_what_was_agreed_on_and_not_done_yet_counts_for_a_month():
    seen = state("goblet_squat", since_days=40, last_days=35)

    assert allowed(LANDINGS, decisions=(agreed(HEAVIER, days_ago=28),), seen=seen) == ()
    assert allowed(LANDINGS, decisions=(agreed(HEAVIER, days_ago=29),), seen=seen) == (LANDINGS,)


def test_a_dose_that_waits_is_neither_heavier_nor_nearer_to_the_limit():
    last = Dose(sets=3, reps=(8, 12), rir=3, rest_s=90)
    planned = Dose(sets=3, reps=(5, 8), rir=2, rest_s=180)

    easy = Dose(sets=3, reps=(8, 12), rir=3, rir_or_more=True, rest_s=180)
    assert no_harder(planned, last) == easy


def test_a_dose_that_is_easier_already_stays_as_planned_and_more_in_reserve_is_as_good():
    last = Dose(sets=3, reps=(5, 8), rir=2)
    planned = Dose(sets=2, reps=(8, 12), rir=4)

    assert no_harder(planned, last) == replace(planned, rir_or_more=True)


def test_holds_and_landings_wait_too():
    assert no_harder(Dose(sets=2, hold_s=35), Dose(sets=2, hold_s=30)).hold_s == 30
    assert no_harder(Dose(sets=2, contacts=8), Dose(sets=2, contacts=10)).contacts == 8


def test_a_weight_taken_within_a_session_is_new_stress_for_a_week():
    def took(days_ago: int) -> RunnerState:
        seen = state("goblet_squat")
        heavier_on = TODAY - timedelta(days=days_ago)
        return replace(seen, others=(replace(seen.others[0], heavier_on=heavier_on),))

    assert allowed(LANDINGS, seen=took(6)) == ()
    assert allowed(HEAVIER, seen=took(6)) == (HEAVIER,)
    assert allowed(LANDINGS, seen=took(7)) == (LANDINGS,)
