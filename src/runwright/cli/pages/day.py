"""A day of a plan with its reasons: what `runwright why` shows."""

from collections.abc import Iterable, Mapping
from typing import Any

from runwright.cli.answer import plain
from runwright.cli.kinds import MEANINGS
from runwright.cli.pages.moved import in_short, points_word
from runwright.cli.screen import Screen
from runwright.domain.calendar import clock
from runwright.domain.exercise import Exercise
from runwright.domain.plan import DayPlan, Extra, PlannedSession, Reason, SeasonPlan
from runwright.domain.session import Prescription
from runwright.domain.words import _, inside, ngettext
from runwright.formats.plan_words.dates import weekday_and_day
from runwright.formats.plan_words.doses import amount, how, ramp
from runwright.formats.plan_words.kinds import phase_name, run_amount, run_title
from runwright.usecases.ask_why import Why
from runwright.usecases.made_again import Standing

LABEL, RULE = 6, 7  # columns of exercise labels and rule ids
Exercises = Mapping[str, Exercise]


def why_page(why: Why, plan: SeasonPlan, exercises: Exercises, screen: Screen) -> list[str]:
    """Return the page of a day."""
    day = why.day
    lines = screen.title(f"{weekday_and_day(day.day)} {day.day.year}")
    where = _("Week {number} of {count}, {phase}").format(
        number=why.week.number, count=len(plan.weeks), phase=inside(phase_name(why.week.phase))
    )
    if why.week.deload:
        where += _(", a deload: half the sets, same load")
    lines += screen.wrapped(f"{where}.")
    lines += _circumstances(day, screen)
    if why.standing is Standing.EDITED:
        lines += screen.wrapped(_("The plan was edited since it was made; reasons are as made."))
    if day.runs:
        lines += [*screen.heading(_("Runs")), *_runs(day, screen)]
    if day.session is not None:
        lines += _session(day.session, plan, exercises, screen)
    else:
        lines += _no_session(why, screen)
    for extra in day.extras:
        lines += _extra(extra, plan, exercises, screen)
    return [*lines, *_more(day, screen)]


def _circumstances(day: DayPlan, screen: Screen) -> list[str]:
    said = [_("{n} min for strength and mobility.").format(n=day.available.minutes)]
    if day.blocked is not None:
        said = [_("Blocked: {note}.").format(note=day.blocked or _("nothing is planned"))]
    if day.travel is not None:
        said.append(_("Away: {note}.").format(note=day.travel or _("other kit, other minutes")))
    return screen.wrapped(" ".join(said))


def _runs(day: DayPlan, screen: Screen) -> list[str]:
    lines: list[str] = []
    for run in day.runs:
        text = f"{run_title(run)}, {run_amount(run)}, " + _("{n} min").format(n=run.duration_min)
        if run.projected:
            text += _(" (carried forward from your usual week)")
        lines += screen.labelled(clock(run.start_min), text, column=9)
    return lines


def _session(
    session: PlannedSession, plan: SeasonPlan, exercises: Exercises, screen: Screen
) -> list[str]:
    placed = session.placed
    title = _("{title}, {start} to {end}").format(
        title=session.title, start=clock(placed.start_min), end=clock(placed.end_min)
    )
    lines = screen.heading(title)
    sets = ngettext("{n} hard set for the legs", "{n} hard sets for the legs", session.hard_sets)
    about = _("{minutes:.0f} min worked out, {sets}.").format(
        minutes=session.worked_out_min, sets=sets.format(n=session.hard_sets)
    )
    lines += screen.wrapped(about, "  ")
    for block in session.blocks:
        for item in block.items:
            lines += item_lines(item, plan, exercises, screen)
    return [*lines, *_reasons(session.reasons, screen)]


def item_lines(
    item: Prescription, plan: SeasonPlan, exercises: Exercises, screen: Screen
) -> list[str]:
    """Return an exercise with its dose, its lighter sets first, the rules that speak for it."""
    known = exercises.get(item.exercise)
    name = _(plan.exercise_names.get(item.exercise, known.name if known else item.exercise))
    parts = [amount(item.dose, known.sides if known else None), *how(item.dose)]
    text = f"{name}: {', '.join(part for part in parts if part)}"
    if item.ramp:
        text += _("; first {ramp}").format(ramp=ramp(item.ramp))
    if item.rules:
        text += f" ({', '.join(item.rules)})"
    lines = screen.labelled(item.label, text, column=LABEL)
    return lines + (screen.wrapped(item.note, " " * LABEL) if item.note else [])


def _reasons(reasons: Iterable[Reason], screen: Screen) -> list[str]:
    told = list(reasons)
    if not told:
        return []
    kept = [one for one in told if not one.points and not _is_about_another_day(one)]
    paid = [one for one in told if one.points]
    others = [one for one in told if not one.points and _is_about_another_day(one)]
    lines = []
    for title, these in (
        (_("Why here"), kept),
        (_("What it costs here"), paid),
        (_("Why not another day of this week"), others),
    ):
        if these:
            lines += screen.heading(title)
            for one in these:
                cost = f" {points_word(one.points)}." if one.points else ""
                lines += screen.labelled(one.rule, f"{one.says}{cost}", column=RULE)
    return lines


def _is_about_another_day(reason: Reason) -> bool:
    return reason.says.startswith(_("Not {day}: {because}.").partition("{")[0])


def _no_session(why: Why, screen: Screen) -> list[str]:
    lines = screen.heading(_("No strength session"))
    if why.day.blocked is not None:
        return lines
    if not why.others:
        return [*lines, *screen.wrapped(_("The week's sessions stand on other days."), "  ")]
    lines += screen.wrapped(_("What one would mean, the best season around it each time:"), "  ")
    for other in why.others:
        lines += screen.labelled(_(MEANINGS[other.kind]), in_short(other), column=20)
    return lines


def _extra(extra: Extra, plan: SeasonPlan, exercises: Exercises, screen: Screen) -> list[str]:
    title = _("{title}, {start}, {minutes} min").format(
        title=extra.title, start=clock(extra.start_min), minutes=extra.duration_min
    )
    lines = screen.heading(title)
    for item in extra.items:
        lines += item_lines(item, plan, exercises, screen)
    for reason in extra.reasons:
        lines += screen.labelled(reason.rule, _sentence(reason.says), column=RULE)
    return lines


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:] + ("" if words.endswith(".") else ".")


def _more(day: DayPlan, screen: Screen) -> list[str]:
    rules = list(dict.fromkeys(_rules(day)))[:1]
    if not rules:
        return []
    says = _("What a rule says and where it comes from:  runwright rule {rule}").format(
        rule=rules[0]
    )
    return ["", *screen.wrapped(screen.quiet(says))]


def _rules(day: DayPlan) -> Iterable[str]:
    if day.session is not None:
        yield from (reason.rule for reason in day.session.reasons)
    for extra in day.extras:
        yield from (reason.rule for reason in extra.reasons)


def why_answer(why: Why, plan: SeasonPlan) -> Mapping[str, Any]:
    """Return the answer of `runwright why --json`."""
    day = why.day
    names = {
        item.exercise: plan.exercise_names.get(item.exercise, item.exercise) for item in _items(day)
    }
    return {
        "day": day.day.isoformat(),
        "week": why.week.number,
        "phase": why.week.phase.value,
        "deload": why.week.deload,
        "minutes": day.available.minutes,
        "blocked": day.blocked,
        "travel": day.travel,
        "runs": plain(day.runs),
        "session": plain(day.session),
        "extras": plain(day.extras),
        "instead": [
            {"session": one.kind.value, "says": in_short(one), "extra_points": one.extra_points}
            for one in why.others
        ],
        "exercise_names": names,
        "standing": why.standing.value,
    }


def _items(day: DayPlan) -> Iterable[Prescription]:
    if day.session is not None:
        for block in day.session.blocks:
            yield from block.items
    for extra in day.extras:
        yield from extra.items
