"""What a plan says about itself: closed gates, what gave way, what could not be, assumptions."""

from collections.abc import Iterable

from runwright.cli.screen import Screen
from runwright.domain.plan import Relaxed, SeasonPlan
from runwright.domain.screening import Gate
from runwright.domain.words import _, ngettext, opening
from runwright.formats.plan_words.dates import and_list, short_day

COLUMN = 7  # where the words beside a rule's id begin
DAYS_NAMED = 3  # days that a rule gave way on, before they are counted


def gates(closed: Iterable[Gate], screen: Screen) -> list[str]:
    """Return the closed gates, urgent ones first; nothing where all are open."""
    told = sorted(closed, key=lambda one: (not one.urgent, not one.refers, one.rule))
    if not told:
        return []
    urgent = any(gate.urgent for gate in told)
    title = _("See someone first") if urgent else _("Closed for now, to keep you safe")
    lines = screen.heading(title)
    for gate in told:
        lines += screen.labelled(gate.rule, gate.says, column=COLUMN, hue="coral")
        if gate.opens_when:
            opens = _("Opens with: {what}").format(what=gate.opens_when)
            lines += screen.wrapped(opens, " " * COLUMN)
    return lines


def gave_way(plan: SeasonPlan, screen: Screen) -> list[str]:
    """Return the rules that gave way, each reason once with its days."""
    if not plan.relaxed:
        return []
    lines = screen.heading(_("What gave way"))
    told: dict[tuple[str, str], list[Relaxed]] = {}
    for one in plan.relaxed:
        told.setdefault((one.rule, one.says), []).append(one)
    for (rule, says), days in told.items():
        text = _("{says} ({days})").format(says=_sentence(says), days=_days(days))
        lines += screen.labelled(rule, text, column=COLUMN)
    return lines


def _days(relaxed: Iterable[Relaxed]) -> str:
    days = sorted({one.day for one in relaxed})
    if len(days) > DAYS_NAMED:
        return ngettext(
            "{n} day from {first} to {last}", "{n} days from {first} to {last}", len(days)
        ).format(n=len(days), first=short_day(days[0]), last=short_day(days[-1]))
    return and_list([short_day(day) for day in days])


def could_not_be(plan: SeasonPlan, screen: Screen) -> list[str]:
    """Return what was asked for and could not be, why, and every way out."""
    if not plan.unmet:
        return []
    lines = screen.heading(_("What could not be"))
    for one in plan.unmet:
        lines += screen.wrapped(
            _("{what}. {because}").format(what=one.what, because=one.because), "  "
        )
        lines += screen.bullets(one.ways_out, "    ")
    return lines


def to_know(notes: Iterable[str], screen: Screen) -> list[str]:
    """Return sentences the runner should read; nothing where there are none."""
    said = tuple(notes)
    return [*screen.heading(_("Good to know")), *screen.bullets(said)] if said else []


def _sentence(words: str) -> str:
    return opening(words).rstrip(".")
