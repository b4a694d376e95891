"""The words at the top: what the season is for, how far away it is, what the weeks ask."""

from datetime import timedelta

from runwright.domain.calendar import DAYS_PER_WEEK
from runwright.domain.words import _, inside, ngettext
from runwright.formats.plan_html.season_facts import SeasonFacts, Stretch
from runwright.formats.plan_words.dates import day_month, full_date
from runwright.formats.plan_words.kinds import phase_name, race_distance, sessions_in_words


def page_title(facts: SeasonFacts) -> str:
    """Return ``Season to the half marathon``, or ``A season of strength``."""
    race = facts.race
    if race is None:
        return _("A season of strength")
    return _("Season to the {distance}").format(distance=race_distance(race))


def where_now(facts: SeasonFacts) -> str:
    """Return the race with the days to it, and the week and phase of today."""
    return " ".join(part for part in (_race_line(facts), _week_line(facts)) if part)


def _race_line(facts: SeasonFacts) -> str:
    race = facts.race
    if race is None:
        return ""
    away = (race.day - facts.today).days
    named = _("{race}, {day}").format(race=race.name, day=full_date(race.day))
    if away < 0:
        return _("{race}. It has been run.").format(race=named)
    if away == 0:
        return _("{race}. It is today.").format(race=named)
    words = ngettext("{race}, {days} day away.", "{race}, {days} days away.", away)
    return words.format(race=named, days=away)


def _week_line(facts: SeasonFacts) -> str:
    if not facts.weeks:
        return ""
    first, last = facts.weeks[0], facts.weeks[-1]
    index = facts.today_index
    if index is None and facts.today < first.monday:
        words = ngettext(
            "The week starts on {day}.", "The {weeks} weeks start on {day}.", len(facts.weeks)
        )
        return words.format(weeks=len(facts.weeks), day=day_month(facts.plan.start))
    if index is None:
        end = last.monday + timedelta(days=DAYS_PER_WEEK - 1)
        return _("The season ended on {day}.").format(day=full_date(end))
    stretch = facts.stretch_of(index)
    words = _("You are in week {number} of {count}: {phase}, week {in_phase} of {weeks}.")
    return words.format(
        number=facts.weeks[index].number,
        count=len(facts.weeks),
        phase=inside(phase_name(stretch.phase)),
        in_phase=index - stretch.first + 1,
        weeks=stretch.weeks,
    )


def what_weeks_ask(facts: SeasonFacts) -> str:
    """Return what the weeks of this phase ask for, and what comes after."""
    if not facts.weeks:
        return ""
    stretch = facts.stretch_of(facts.current)
    end = facts.weeks[stretch.last].monday + timedelta(days=DAYS_PER_WEEK - 1)
    sessions = sessions_in_words(facts.typical_kinds(stretch))
    words = (
        _("Until {day}, {sessions} a week.")
        if sessions
        else _("Until {day} no strength sessions are planned.")
    )
    said = words.format(day=day_month(end), sessions=sessions)
    return " ".join([said, *_what_follows(facts, stretch)])


def _what_follows(facts: SeasonFacts, stretch: Stretch) -> list[str]:
    following = [one for one in facts.stretches if one.first == stretch.last + 1]
    said = []
    for after in following:
        sessions = sessions_in_words(facts.typical_kinds(after))
        words = _("Then {phase}: {sessions}.") if sessions else _("Then {phase}, without strength.")
        said.append(words.format(phase=inside(phase_name(after.phase)), sessions=sessions))
    return said
