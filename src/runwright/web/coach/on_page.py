"""What the coach has to say on a page: a few proposals, what was just decided, what was decided."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.http import HttpRequest

from runwright.domain.proposal import Decision
from runwright.domain.words import _, ngettext
from runwright.knowledge.library import load_library
from runwright.web.coach.desk import CoachDesk
from runwright.web.coach.models import DecisionRecord
from runwright.web.coach.shown import REASONS, TO_SHOW, Card, ChangeRow, CoachWords

DECIDED = "decided"  # in the address after a decision: the lines of the record it wrote


@dataclass(frozen=True, slots=True, kw_only=True)
class JustDecided:
    """What was just decided, and the lines to take back."""

    says: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachPart:
    """The coach's part of a page.

    Attributes
    ----------
    more
        How many are open beyond those shown.
    holding
        Safety that was read today and holds on.
    page
        Where to go back to after a decision.
    """

    cards: tuple[Card, ...]
    more: int
    holding: tuple[ChangeRow, ...]
    just: JustDecided | None
    reasons: tuple[str, ...]
    page: str

    @property
    def first(self) -> tuple[Card, ...]:
        """What is read at once: everything that protects, or else what matters most."""
        safety = tuple(one for one in self.cards if not one.is_declinable)
        return safety or self.cards[:1]

    @property
    def rest(self) -> tuple[Card, ...]:
        """What is a tap away."""
        return self.cards[len(self.first) :]

    @property
    def choices(self) -> tuple[str, ...]:
        """Ids of the proposals that can be accepted together."""
        asked = (one for one in self.cards if one.is_declinable and not one.is_alone)
        return tuple(one.id for one in asked if not one.rows[0].test)


def coach_part(
    desk: CoachDesk,
    request: HttpRequest,
    *,
    most: int | None = TO_SHOW,
    said_elsewhere: Sequence[str] = (),
) -> CoachPart:
    """Return what the coach has to say.

    Parameters
    ----------
    said_elsewhere
        Rules of gates that the page shows already.
    """
    words = CoachWords(load_library())
    said = set(said_elsewhere)
    told = [
        one
        for one in desk.proposals
        if not (one.refers and {change.rule for change in one.changes} <= said)
    ]
    shown = told if most is None else told[:most]
    return CoachPart(
        cards=tuple(words.card(one) for one in shown),
        more=len(told) - len(shown),
        holding=tuple(_holding(desk, words)),
        just=just_decided(desk, request),
        reasons=tuple(_(one) for one in REASONS),
        page=request.path,
    )


def safety_part(
    desk: CoachDesk, request: HttpRequest, *, said_elsewhere: Sequence[str]
) -> CoachPart:
    """Return what the coach has to say while something holds everything back: safety alone."""
    part = coach_part(desk, request, most=None, said_elsewhere=said_elsewhere)
    cards = tuple(one for one in part.cards if not one.is_declinable)
    return replace(part, cards=cards, more=0)


def _holding(desk: CoachDesk, words: CoachWords) -> Iterator[ChangeRow]:
    """Yield the safety of today that was read already: it goes on, so it stays in sight."""
    for one in desk.standing:
        if one.decided_on == desk.today and not one.proposal.is_declinable:
            yield from words.rows(one.proposal)


def just_decided(desk: CoachDesk, request: HttpRequest) -> JustDecided | None:
    """Return what the page was reached by; None once anything newer was decided."""
    asked = [int(one) for one in request.GET.get(DECIDED, "").split("-") if one.isdecimal()]
    lines = list(desk.runner.decisions.filter(pk__in=asked[:100]))
    newest = desk.runner.decisions.last()
    if not lines or newest is None or newest.pk not in asked:
        return None
    return JustDecided(says=_said(lines), lines=_open_lines(lines))


def _open_lines(lines: Sequence[DecisionRecord]) -> tuple[int, ...]:
    return tuple(one.pk for one in lines if one.decided.decision is not Decision.REVOKED)


def _said(lines: Sequence[DecisionRecord]) -> str:
    decision = lines[0].decided.decision
    count = len(lines)
    if decision is Decision.ACCEPTED:
        words = ngettext("Accepted.", "{n} changes accepted.", count)
    elif decision is Decision.DECLINED:
        words = _("Declined. It is not asked again unless something new comes in.")
    else:
        words = _("Taken back. It is open again.")
    return words.format(n=count)
