"""What the coach proposes, and what was decided: the pages of `today` and `propose`."""

from collections.abc import Iterable, Sequence

from runwright.cli.screen import Screen
from runwright.domain.proposal import Change, Decided, Decision, Proposal
from runwright.domain.words import N_, _
from runwright.formats.plan_words.dates import short_day, short_span

COLUMN = 6  # where the words beside a number begin
DECISIONS = {
    Decision.ACCEPTED: N_("accepted"),
    Decision.DECLINED: N_("declined"),
    Decision.REVOKED: N_("taken back"),
}


def proposal_lines(proposals: Sequence[Proposal], screen: Screen) -> list[str]:
    """Return what is open, numbered as it is decided on."""
    lines: list[str] = []
    for number, one in enumerate(proposals, start=1):
        lines += ["", *screen.labelled(f"{number}", screen.strong(one.title), column=COLUMN)]
        for change in one.changes:
            lines += _change(change, screen)
        if one.opens_when:
            opens = _("Opens with: {what}").format(what=one.opens_when)
            lines += screen.wrapped(opens, " " * COLUMN)
        if not one.is_declinable:
            lines += screen.wrapped(_("For your safety: it holds either way."), " " * COLUMN)
    return lines


def _change(change: Change, screen: Screen) -> list[str]:
    indent = " " * COLUMN
    lines = screen.wrapped(f"{change.because} ({change.rule})", indent)
    before, after = change.before, change.after
    if before is not None and after is not None:
        text = _("{before} → {after}").format(before=before.says, after=after.says)
        lines += screen.wrapped(text, indent)
    elif after is not None:
        lines += screen.wrapped(f"→ {after.says}", indent)
    if change.last_day is not None and change.last_day != change.first_day:
        lines += screen.wrapped(short_span(change.first_day, change.last_day), indent)
    return lines


def record_lines(record: Iterable[Decided], screen: Screen) -> list[str]:
    """Return what changed and why, the newest first."""
    lines: list[str] = []
    for one in reversed(tuple(record)):
        head = _("{day}: {title}, {decision}").format(
            day=short_day(one.decided_on),
            title=one.proposal.title,
            decision=_(DECISIONS[one.decision]),
        )
        lines += ["", *screen.wrapped(screen.strong(head))]
        for change in one.proposal.changes:
            lines += _change(change, screen)
        if one.because:
            lines += screen.wrapped(_("You: {words}").format(words=one.because), " " * COLUMN)
    return lines
