"""What a change does to the season, before it is kept: sessions, runs, rules, what cannot be."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from runwright.domain.plan import Relaxed, SeasonPlan, Unmet
from runwright.domain.words import _, ngettext
from runwright.formats.plan_html.week_words import week_span
from runwright.formats.plan_words.dates import and_list, day_month, full_date
from runwright.formats.plan_words.kinds import phase_name
from runwright.usecases.ask_why import first_and_last
from runwright.usecases.replan_season import changes_between
from runwright.web.season.verdicts import moves_in_words

TOLD_AT_MOST = 12  # lines one reads before saying yes


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """A change seen from today.

    Attributes
    ----------
    season
        What happens to phases, length and runs.
    moves, more
        What happens to sessions; how many lines more there are.
    gives_way
        Firm rules that bend and did not before: rule, words, day.
    unmet
        What cannot be had any more, with the ways out.
    notes
        What else to know.
    """

    season: tuple[str, ...]
    moves: tuple[str, ...]
    more: int
    gives_way: tuple[tuple[str, str, str], ...]
    unmet: tuple[Unmet, ...]
    notes: tuple[str, ...]


def outlook_of(before: SeasonPlan, after: SeasonPlan, first: date) -> Outlook:
    """Return what a change does from its first day on."""
    moves = moves_in_words(changes_between(before, after, first), before)
    known = {(one.rule, one.day, one.says) for one in before.relaxed}
    was_unmet = {(one.what, one.because) for one in before.unmet}
    return Outlook(
        season=tuple(_season(before, after, first)),
        moves=tuple(moves[:TOLD_AT_MOST]),
        more=max(0, len(moves) - TOLD_AT_MOST),
        gives_way=_gathered(
            one
            for one in after.relaxed
            if one.day >= first and (one.rule, one.day, one.says) not in known
        ),
        unmet=tuple(one for one in after.unmet if (one.what, one.because) not in was_unmet),
        notes=tuple(one for one in after.notes if one not in before.notes),
    )


def _gathered(relaxed: Iterable[Relaxed]) -> tuple[tuple[str, str, str], ...]:
    """What bends alike on several days, told once with all of them."""
    days: dict[tuple[str, str], list[date]] = {}
    for one in relaxed:
        days.setdefault((one.rule, one.says), []).append(one.day)
    return tuple(
        (rule, says, and_list([day_month(day) for day in sorted(on)]))
        for (rule, says), on in days.items()
    )


def _season(before: SeasonPlan, after: SeasonPlan, first: date) -> Iterator[str]:
    was_last, last = first_and_last(before)[1], first_and_last(after)[1]
    if was_last != last:
        yield _("The season ends on {last} instead of {before}.").format(
            last=full_date(last), before=full_date(was_last)
        )
    anew = _first_other_phase(before, after)
    if anew is not None:
        yield _("Phases change from week {number} ({span}) on: it is {phase} now.").format(
            number=anew,
            span=week_span(after.weeks[anew - 1]),
            phase=phase_name(after.weeks[anew - 1].phase),
        )
    runs = _runs_changed(before, after, first)
    if runs:
        yield ngettext(
            "Your runs change on {n} day.", "Your runs change on {n} days.", runs
        ).format(n=runs)


def _first_other_phase(before: SeasonPlan, after: SeasonPlan) -> int | None:
    for was, now in zip(before.weeks, after.weeks, strict=False):
        if was.phase is not now.phase:
            return now.number
    return None


def _runs_changed(before: SeasonPlan, after: SeasonPlan, first: date) -> int:
    days = [day for week in after.weeks for day in week.days if day.day >= first]
    pairs = [(before.day(day.day), day) for day in days]
    return sum(was is not None and was.runs != now.runs for was, now in pairs)
