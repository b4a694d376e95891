"""`runwright today`, done: a day as the coach asks for it."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from runwright.cli.coached import Coached, coached
from runwright.cli.guard import WrongUseError
from runwright.cli.pages.day import item_lines
from runwright.cli.pages.outcome import gates
from runwright.cli.pages.proposed import proposal_lines
from runwright.cli.screen import Screen, say, screen_of
from runwright.coaching.pain import RunAdvice
from runwright.domain.calendar import clock
from runwright.domain.day_words import full_date
from runwright.domain.plan import DayPlan, PlannedSession, Reason
from runwright.domain.words import _
from runwright.formats.plan_words.dates import weekday_and_day
from runwright.formats.plan_words.kinds import run_amount, run_title
from runwright.usecases.answer_pain import pain_answered

TIME, RULE = 9, 7  # columns of times and rules


def run(plan_file: Path, runner_file: Path | None, day: date | None, runs: Sequence[Path]) -> None:
    """Show a day."""
    here = coached(plan_file, runner_file, runs=runs)
    asked = here.today if day is None else day
    found = here.day(asked)
    if found is None:
        plan = here.file.plan
        says = _("The plan goes from {first} to {last}; {day} is not in it.").format(
            first=full_date(plan.start),
            last=full_date(plan.weeks[-1].days[-1].day),
            day=full_date(asked),
        )
        raise WrongUseError(says)
    screen = screen_of(sys.stdout)
    say(_page(here, found, screen), screen)


def _page(here: Coached, day: DayPlan, screen: Screen) -> list[str]:
    lines = screen.title(f"{weekday_and_day(day.day)} {day.day.year}")
    lines += _runs(here, day, screen)
    if here.locks:
        lines += gates(here.locks, screen)
        lines += screen.wrapped(_("Strength waits until then. Nothing is lost by it."), "  ")
        return lines
    if day.session is None:
        lines += [*screen.heading(_("No strength today")), *_next(here, day, screen)]
    else:
        lines += _session(here, day, day.session, screen)
    for extra in day.extras:
        title = _("{title}, {start}, {minutes} min").format(
            title=extra.title, start=clock(extra.start_min), minutes=extra.duration_min
        )
        lines += screen.heading(title)
        for item in extra.items:
            lines += item_lines(item, here.file.plan, here.library.exercises, screen)
    return lines + (_proposals(here, screen) if day.day == here.today else [])


def _runs(here: Coached, day: DayPlan, screen: Screen) -> list[str]:
    lines: list[str] = screen.heading(_("Run")) if day.runs else []
    for one in day.runs:
        text = f"{run_title(one)}, {run_amount(one)}"
        lines += screen.labelled(clock(one.start_min), text, column=TIME)
    said = pain_answered(here.coach)
    if day.day == here.today and said.run is not RunAdvice.AS_PLANNED:
        for says in said.run_says:
            lines += screen.wrapped(says, "  ")
    return lines


def _session(here: Coached, day: DayPlan, session: PlannedSession, screen: Screen) -> list[str]:
    done = {one.script for one in here.diary.told.sessions}
    title = _("{title}, {start}, {minutes:.0f} min").format(
        title=session.title,
        start=clock(session.placed.start_min),
        minutes=session.worked_out_min,
    )
    lines = screen.heading(title)
    if session.id in done:
        lines += screen.wrapped(_("Done. It is in your diary."), "  ")
    for block in session.blocks:
        for item in block.items:
            lines += item_lines(item, here.file.plan, here.library.exercises, screen)
    news = _news(here.file.plan.day(day.day), session)
    if news:
        lines += screen.heading(_("What is different, and why"))
        for one in news:
            lines += screen.labelled(one.rule, one.says, column=RULE)
    return lines


def _news(planned: DayPlan | None, session: PlannedSession) -> list[Reason]:
    """Reasons the plan itself does not give."""
    usual = () if planned is None or planned.session is None else planned.session.reasons
    return [one for one in session.reasons if one not in usual]


def _next(here: Coached, day: DayPlan, screen: Screen) -> list[str]:
    days = (one for week in here.file.plan.weeks for one in week.days if one.day > day.day)
    found = next((one for one in days if one.session is not None), None)
    if found is None or found.session is None:
        return []
    text = _("Next: {title} on {day}.").format(
        title=found.session.title, day=weekday_and_day(found.day)
    )
    return screen.wrapped(text, "  ")


def _proposals(here: Coached, screen: Screen) -> list[str]:
    if not here.proposals:
        return []
    hint = _("Decide:  runwright propose {plan} --accept 1   or   --accept all").format(
        plan=here.folder
    )
    return [
        *screen.heading(_("From your coach")),
        *proposal_lines(here.proposals, screen),
        "",
        *screen.wrapped(screen.quiet(hint)),
    ]
