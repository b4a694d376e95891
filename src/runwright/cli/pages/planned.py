"""What `runwright plan` says when it is done."""

from pathlib import Path

from runwright.cli.making import Made
from runwright.cli.pages.outcome import could_not_be, gates, gave_way, to_know
from runwright.cli.pages.running import usual_week
from runwright.cli.pages.season import races_of, season_heading, season_table, week_by_day
from runwright.cli.reading import problem_summary, read_words, twice_words
from runwright.cli.screen import Screen
from runwright.domain.plan import SeasonPlan, WeekPlan
from runwright.domain.words import N_, _, ngettext
from runwright.formats.plan_words.dates import short_span
from runwright.formats.plan_words.standing import nobody_signed

ABOUT = {
    "plan.html": N_("the season to read and print"),
    "plan.ics": N_("for your calendar"),
    "plan.json": N_("to ask it why"),
    "RUNNER.toml": N_("who it is for; change it and plan again"),
}


def planned_page(made: Made, files: tuple[Path, ...], screen: Screen) -> list[str]:
    """Return the whole page: closed gates first, then the season, then what to know."""
    plan = made.planned.plan
    return [
        *_title(plan, screen),
        *_read(made, screen),
        *gates(plan.gates, screen),
        *usual_week(made.planned.request.facts, screen, with_reasons=False),
        *_season(plan, screen),
        *_first_week(plan, screen),
        *gave_way(plan, screen),
        *could_not_be(plan, screen),
        *to_know((*made.assumed, *plan.notes, nobody_signed()), screen),
        *problem_summary(made.problems, screen),
        *files_written(files, screen),
        *_questions(plan, files, screen),
    ]


def _title(plan: SeasonPlan, screen: Screen) -> list[str]:
    who = _("A plan for {name}").format(name=plan.runner) if plan.runner else _("Your plan")
    return screen.title(who)


def _read(made: Made, screen: Screen) -> list[str]:
    said = []
    if made.read.items or made.read.problems:
        said.append(read_words(made.read.items))
        said.append(twice_words(made.read.items))
    if made.given_runs:
        count = len(made.given_runs)
        said.append(
            ngettext(
                "{n} run to come from your running plan.",
                "{n} runs to come from your running plan.",
                count,
            ).format(n=count)
        )
    return [line for one in said if one for line in screen.wrapped(one)]


def _season(plan: SeasonPlan, screen: Screen) -> list[str]:
    lines = screen.heading(season_heading(plan))
    for race in races_of(plan):
        lines += screen.wrapped(race, "  ", "    ")
    return [*lines, "", *season_table(plan, screen)]


def _first_week(plan: SeasonPlan, screen: Screen) -> list[str]:
    week: WeekPlan = plan.weeks[0]
    days = [day.day for day in week.days if day.day >= plan.start]
    title = _("First week, {days}").format(days=short_span(days[0], days[-1]))
    return [*screen.heading(title), *week_by_day(plan, week, screen)]


def files_written(files: tuple[Path, ...], screen: Screen) -> list[str]:
    """Return where the files are, and what to do next."""
    lines = screen.heading(_("Written"))
    column = max(len(str(file)) for file in files) + 4
    for file in files:
        about = _(ABOUT.get(file.name, ""))
        if column + len(about) <= screen.width:
            lines.append(f"  {str(file).ljust(column - 2)}{screen.quiet(about)}".rstrip())
        else:
            lines += [f"  {file}", *screen.wrapped(about, "    ")]
    return lines


def _questions(plan: SeasonPlan, files: tuple[Path, ...], screen: Screen) -> list[str]:
    """Return two questions that this plan can be asked, as they are typed."""
    days = [day for week in plan.weeks for day in week.days]
    first = next((day for day in days if day.session is not None), None)
    file = next((file for file in files if file.name == "plan.json"), None)
    if first is None or first.session is None or file is None:
        return []
    other = next((day for day in days if day.day > first.day and day.session is None), first)
    return [
        *screen.heading(_("Ask it")),
        f"  runwright why {file} {first.day}",
        f"  runwright why-not {file} {other.day} {first.session.kind.value}",
    ]
