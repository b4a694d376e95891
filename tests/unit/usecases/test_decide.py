"""What a runner says to proposals: each by itself, and taken back."""

from datetime import date

import pytest

from runwright.domain.proposal import (
    Change,
    ChangeKind,
    Decided,
    Decision,
    Proposal,
    standing,
)
from runwright.usecases.decide import (
    FIRST_TO_LAST,
    NotDeclinableError,
    NotOpenError,
    apart,
    decide,
    revoked,
)

TODAY = date(2026, 11, 21)


def change(kind: ChangeKind, about: str = "goblet_squat") -> Change:
    return Change(kind=kind, about=about, rule="P01", because="Because.", first_day=TODAY)


def proposal(*changes: Change, name: str = "p", declinable: bool = True) -> Proposal:
    return Proposal(id=name, title="Next time", changes=changes, is_declinable=declinable)


def said(decision: Decision, name: str = "p") -> Decided:
    one = proposal(change(ChangeKind.STEP_UP), name=name)
    return Decided(proposal=one, decision=decision, decided_on=TODAY)


def test_each_change_can_be_decided_on_and_what_asks_less_comes_first():
    up, down = change(ChangeKind.STEP_UP), change(ChangeKind.STEP_DOWN, "push_up")
    found = apart([proposal(up, down)])

    assert [one.changes for one in found] == [(down,), (up,)]
    assert len({one.id for one in found}) == 2
    assert [one.id for one in apart(found)] == [one.id for one in found]


def test_safety_stays_whole_and_comes_before_all():
    safety = proposal(change(ChangeKind.STOP), change(ChangeKind.HOLD), name="s", declinable=False)

    assert apart([proposal(change(ChangeKind.STEP_DOWN)), safety])[0] == safety


def test_every_kind_of_change_has_its_place():
    assert sorted(FIRST_TO_LAST) == sorted(ChangeKind)


def test_safety_cannot_be_declined_and_says_what_lifts_it():
    safety = Proposal(
        id="s",
        title="Stop",
        changes=(change(ChangeKind.STOP),),
        is_declinable=False,
        opens_when="two quiet sessions",
    )
    with pytest.raises(NotDeclinableError, match="two quiet sessions"):
        decide([safety], "s", Decision.DECLINED, TODAY)

    assert decide([safety], "s", Decision.ACCEPTED, TODAY).proposal == safety


def test_what_is_not_open_cannot_be_decided_on():
    with pytest.raises(NotOpenError):
        decide([], "gone", Decision.ACCEPTED, TODAY)


def test_the_last_word_counts_and_one_taken_back_is_as_if_never_said():
    accepted, declined = said(Decision.ACCEPTED), said(Decision.DECLINED)
    other = said(Decision.ACCEPTED, "other")
    back = revoked([accepted], "p", TODAY)

    assert standing([accepted, other, declined]) == (other, declined)
    assert standing([accepted, other, back]) == (other,)
    assert standing([accepted, back, declined]) == (declined,)


def test_only_what_was_said_can_be_taken_back():
    accepted = said(Decision.ACCEPTED)
    with pytest.raises(NotOpenError):
        revoked([], "p", TODAY)
    with pytest.raises(NotOpenError):
        revoked([accepted, revoked([accepted], "p", TODAY)], "p", TODAY)
