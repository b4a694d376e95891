"""What pain changes about work: never more, back only when it is quiet and the runner agrees."""

from dataclasses import replace
from datetime import timedelta

import pytest

from runwright.coaching.around import Around
from runwright.coaching.pain_changes import pain_changes
from runwright.coaching.pain_today import pain_today
from runwright.coaching.told import Told
from runwright.coaching.work_words import said
from runwright.domain.proposal import ChangeKind, Decided, Decision, Proposal, Work
from runwright.knowledge.library import load_library
from runwright.rules.registry import RuleBook
from tests.unit.coaching.days import day, morning, session

LIBRARY = load_library()
BOOK = RuleBook(tuple(LIBRARY.rules.values()), LIBRARY.weights)
CALF, ACHILLES = "calf_seated_loaded", "achilles_midportion"


def work(load_kg: float, exercise: str = CALF) -> Work:
    known = LIBRARY.exercises[exercise]
    now = Work(says="", exercise=exercise, sets=3, reps=(8, 12), load_kg=load_kg)
    return said(now, known)


def changes(told: Told, number: int, now: Work):
    pieces = {piece for kit in LIBRARY.exercises[CALF].equipment for piece in kit}
    around = Around(
        known=LIBRARY,
        book=BOOK,
        today=day(number),
        kit=frozenset(pieces),
        loads_kg=dict.fromkeys(pieces, tuple(range(2, 81, 2))),
        is_allowed=lambda _one: True,
        calf_reps=15,
        most_contacts=60,
    )
    pains = pain_today(told, (now.exercise,), LIBRARY, BOOK, day(number))
    return pain_changes(pains, {now.exercise: now}, around)


def agreed(change, number: int) -> Decided:
    proposal = Proposal(id=str(number), title="", changes=(change,))
    return Decided(proposal=proposal, decision=Decision.ACCEPTED, decided_on=day(number))


def worse_morning() -> Told:
    return Told(sessions=(session(0, CALF),), check_ins=(morning(0, {}), morning(1, {ACHILLES: 3})))


def test_nothing_told_changes_nothing():
    assert changes(Told(sessions=(session(0, CALF),)), 1, work(40)) == ()


def test_a_worse_morning_takes_a_fifth_of_the_load():
    (change,) = changes(worse_morning(), 1, work(40))

    assert (change.kind, change.rule, change.after.load_kg) == (ChangeKind.STEP_DOWN, "G08", 32)


@pytest.mark.parametrize(
    ("jump", "becomes"),
    [("squat_jump_stick", ("squat_jump_stick", 8)), ("skip_rope", ("pogo_dl", None))],
)
def test_a_worse_morning_takes_a_fifth_of_the_landings_or_an_easier_jump(jump, becomes):
    """A squat is no easier jump: what is fast and fresh stays a jump."""
    now = Work(says="", exercise=jump, sets=3, contacts=10)
    told = Told(sessions=(session(0, jump),), check_ins=(morning(0, {}), morning(1, {ACHILLES: 3})))
    (change,) = changes(told, 1, now)
    exercise, contacts = becomes

    assert (change.kind, change.after.exercise) == (ChangeKind.STEP_DOWN, exercise)
    assert contacts is None or change.after.contacts == contacts


def test_a_red_exercise_is_swapped_for_one_that_spares_the_region():
    told = Told(sessions=(session(0, CALF, pains={(ACHILLES, CALF): 7}),), check_ins=())
    (change,) = changes(told, 1, work(40))

    assert change.kind in {ChangeKind.STOP, ChangeKind.SWAP, ChangeKind.DROP}
    assert change.after is None or change.after.exercise != CALF


def test_what_may_come_back_stays_out_until_the_runner_says_yes():
    red = Told(sessions=(session(0, CALF, pains={(ACHILLES, CALF): 7}),))
    quiet = [session(number, "calf_raise_dl_floor") for number in (2, 5)]
    mornings = [morning(number + more, {}) for number in (2, 5) for more in (0, 1)]
    told = replace(red, sessions=(*red.sessions, *quiet), check_ins=tuple(mornings))
    back, out = changes(told, 6, work(40))

    assert back.kind is ChangeKind.RETURN
    assert back.after.load_kg == 32
    assert out.kind in {ChangeKind.SWAP, ChangeKind.DROP}

    agreed_to = replace(told, decisions=(agreed(back, 6),))
    assert [one.kind for one in changes(agreed_to, 6, work(40))] == []


@pytest.mark.parametrize(("exercise", "load_kg"), [(CALF, 40.0), ("calf_raise_sl_step", None)])
def test_the_way_back_is_walked_to_its_end(exercise, load_kg):
    """Red, out, quiet, yes, lighter or a rung below, quiet, yes, and back for good."""
    now = said(replace(work(40), exercise=exercise, load_kg=load_kg), LIBRARY.exercises[exercise])
    told = Told(sessions=(session(0, exercise, pains={(ACHILLES, exercise): 7}),))

    def quietly(told: Told, what: str, *numbers: int) -> Told:
        done = tuple(session(number, what) for number in numbers)
        mornings = tuple(morning(number + more, {}) for number in numbers for more in (0, 1))
        return replace(told, sessions=told.sessions + done, check_ins=told.check_ins + mornings)

    told = quietly(told, "calf_raise_dl_floor", 2, 5)
    lighter, _out = changes(told, 6, now)
    told = replace(told, decisions=(agreed(lighter, 6),))
    told = quietly(told, lighter.after.exercise, 8)
    assert changes(told, 9, now) == ()

    told = quietly(told, lighter.after.exercise, 11)
    (back,) = changes(told, 12, now)
    assert back.kind is ChangeKind.RETURN
    assert back.after.exercise == exercise

    told = replace(told, decisions=(*told.decisions, agreed(back, 12)))
    assert changes(told, 12, now) == ()
    assert changes(quietly(told, exercise, 14), 15, now) == ()


@pytest.mark.parametrize(("quiet", "comes_back"), [(1, False), (2, True)])
def test_the_weight_from_before_comes_back_after_two_quiet_sessions(quiet, comes_back):
    told = worse_morning()
    (down,) = changes(told, 1, work(40))
    later = [2 + 3 * number for number in range(quiet)]
    told = Told(
        sessions=(*told.sessions, *(session(number, CALF) for number in later)),
        check_ins=(
            *told.check_ins,
            *(morning(number + more, {}) for number in later for more in (0, 1)),
        ),
        decisions=(agreed(down, 1),),
    )
    found = changes(told, 10, work(32))

    assert [one.kind for one in found] == ([ChangeKind.RETURN] if comes_back else [])
    assert all(one.after.load_kg == 40 for one in found)


def test_two_steps_down_are_taken_back_one_by_one():
    told = worse_morning()
    (down,) = changes(told, 1, work(40))
    again = replace(down, before=work(32), after=work(26))
    decisions = (agreed(down, 1), agreed(again, 2))
    quiet = quiet_after(told, (3, 6), decisions)
    (first,) = changes(quiet, 8, work(26))

    assert lowered(quiet, 8)
    assert first.kind is ChangeKind.RETURN
    assert 26 < first.after.load_kg <= 26 / 0.8
    assert "the rest later" in first.because

    decisions = (*decisions, agreed(first, 8))
    now = work(first.after.load_kg)
    assert changes(quiet_after(told, (3, 6, 9), decisions), 11, now) == ()

    (whole,) = changes(quiet_after(told, (3, 6, 9, 12), decisions), 14, now)
    assert (whole.kind, whole.after.load_kg) == (ChangeKind.RETURN, 40)
    back = quiet_after(told, (3, 6, 9, 12), (*decisions, agreed(whole, 14)))
    assert not lowered(back, 14)


def lowered(told: Told, number: int) -> frozenset[str]:
    return pain_today(told, (CALF,), LIBRARY, BOOK, day(number)).lowered


def quiet_after(told: Told, days: tuple[int, ...], decisions: tuple[Decided, ...]) -> Told:
    """The same with quiet sessions on some days, each told the morning after."""
    return Told(
        sessions=(*told.sessions, *(session(number, CALF) for number in days)),
        check_ins=(
            *told.check_ins,
            *(morning(number + more, {}) for number in days for more in (0, 1)),
        ),
        decisions=decisions,
    )


def test_what_came_back_is_not_asked_about_again():
    told = worse_morning()
    (down,) = changes(told, 1, work(40))
    quiet = Told(
        sessions=(*told.sessions, session(2, CALF), session(5, CALF)),
        check_ins=(*told.check_ins, *(morning(number, {}) for number in (2, 3, 5, 6))),
        decisions=(agreed(down, 1),),
    )
    (back,) = changes(quiet, 7, work(32))
    after = Told(
        sessions=quiet.sessions,
        check_ins=quiet.check_ins,
        decisions=(*quiet.decisions, agreed(back, 7)),
    )

    assert changes(after, 8, work(32)) == ()
    assert back.first_day == day(1) + timedelta(days=6)


@pytest.mark.parametrize("pain", range(11))
@pytest.mark.parametrize("after", range(11))
def test_pain_never_asks_for_more(pain, after):
    told = Told(
        sessions=(session(0, CALF, pains={(ACHILLES, CALF): pain}),),
        check_ins=(morning(0, {}), morning(1, {ACHILLES: after} if after else {})),
    )

    for change in changes(told, 1, work(40)):
        assert not change.kind.asks_more
        assert change.after is None or (change.after.load_kg or 0) <= 40
