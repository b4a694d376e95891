"""Protocols on a terminal: one with its phases, sessions and corrections, or all."""

from collections.abc import Mapping
from typing import Any

from runwright.cli.answer import plain
from runwright.cli.pages.exercises import dose_words
from runwright.cli.pages.support import support_words
from runwright.cli.screen import Screen
from runwright.domain.exercise import DoseRange, Sides
from runwright.domain.protocol import PhaseDose, Protocol, SessionTemplate, Slot
from runwright.domain.session import SessionKind
from runwright.domain.words import N_, _, ngettext
from runwright.formats.plan_words.dates import and_list
from runwright.formats.plan_words.kinds import phase_name
from runwright.knowledge.library import Library

COLUMN = 14
AS_OFTEN_AS = {-1: N_("as often as you train"), -2: N_("to keep what you have")}
KINDS = {
    SessionKind.HEAVY: N_("heavy"),
    SessionKind.HEAVY_JUMPS: N_("heavy with jumps"),
    SessionKind.FOUNDATION: N_("foundation"),
    SessionKind.SHORT: N_("short"),
    SessionKind.LIGHT: N_("light"),
    SessionKind.JUMPS: N_("jumps"),
}


def protocols_page(library: Library, screen: Screen) -> list[str]:
    """Return all protocols, each with what it is about."""
    count = len(library.protocols)
    lines = screen.title(ngettext("{n} protocol", "{n} protocols", count).format(n=count))
    for one in library.protocols.values():
        lines += ["", *screen.named(one.id, one.name)]
        lines += screen.wrapped(_often(one), "  ")
        lines += screen.wrapped(one.summary, "  ")
    return [*lines, "", *screen.wrapped(_("More about one:  runwright protocol NAME"))]


def _often(one: Protocol) -> str:
    low, usual, high = one.per_week
    least, _usual_min, most = one.minutes
    times = (
        str(low)
        if low == high
        else _("{low} to {high}, usually {usual}").format(low=low, high=high, usual=usual)
    )
    minutes = str(least) if least == most else _("{low} to {high}").format(low=least, high=most)
    return _("{times} strength sessions a week of {minutes} min.").format(
        times=times, minutes=minutes
    )


def protocol_page(library: Library, name: str, screen: Screen) -> list[str]:
    """Return the page of a protocol."""
    one = library.protocols[name]
    lines = [
        *screen.named(one.name, one.id),
        *screen.wrapped(_from(library, one)),
    ]
    lines += ["", *screen.wrapped(one.summary), *screen.wrapped(_often(one))]
    lines += screen.wrapped(_("Rests on: {what}").format(what=support_words(one.support)))
    lines += screen.heading(_("What each phase asks of a week"))
    for phase, dose in one.phases.items():
        lines += screen.labelled(phase_name(phase), _phase(dose), column=COLUMN)
    for template in one.templates:
        lines += _template(library, template, screen)
    lines += _areas(one, screen)
    if one.corrections:
        lines += screen.heading(_("Where a firm rule overrules it"))
        for rule, says in one.corrections:
            lines += screen.labelled(rule, says, column=7)
    use = _("Use it:  runwright plan --protocol {name} ...").format(name=one.id)
    return [*lines, "", *screen.wrapped(use)]


def _from(library: Library, one: Protocol) -> str:
    if one.article is None:
        return _("Ours: it joins the five articles and corrects them where the evidence says so.")
    article = library.articles[one.article]
    named = (article.title, article.author, article.publisher)
    return _("After: {article}").format(article=", ".join(part for part in named if part))


def _phase(dose: PhaseDose) -> str:
    words = _sessions(dose.week.sessions)
    if dose.deload is None or dose.deload == dose.week:
        return words
    return _("{week}; deload: {deload}").format(week=words, deload=_sessions(dose.deload.sessions))


def _sessions(sessions: tuple[tuple[SessionKind, int], ...]) -> str:
    parts = [
        _("{kind} ({often})").format(kind=_(KINDS[kind]), often=_(AS_OFTEN_AS[count]))
        if count in AS_OFTEN_AS
        else _("{n} {kind}").format(n=count, kind=_(KINDS[kind]))
        for kind, count in sessions
        if count
    ]
    return and_list(parts) or _("no strength")


def _template(library: Library, template: SessionTemplate, screen: Screen) -> list[str]:
    kinds = ", ".join(_(KINDS[kind]) for kind in template.kinds)
    lines = screen.heading(
        _("Session: {title} ({kinds})").format(title=template.title, kinds=kinds)
    )
    for slot in template.slots:
        names = _(" or ").join(library.exercises[each].name for each in slot.one_of)
        dose = slot_dose(slot)
        text = f"{names}: {dose}" if dose else names
        if slot.optional:
            text += _(" (optional)")
        if slot.note:
            text += f". {slot.note}"
        lines += screen.labelled(slot.label or "-", text, column=6)
    return lines


def slot_dose(slot: Slot) -> str:
    """Return the dose an article gives, '' where it gives none."""
    counted = (slot.sets, slot.reps, slot.hold_s, slot.steps)
    if all(pair is None for pair in counted):
        return _("as many as possible") if slot.to_exhaustion else ""
    dose = DoseRange(
        sets=slot.sets if slot.sets is not None else (1, 1),
        reps=slot.reps,
        hold_s=slot.hold_s,
        steps=slot.steps,
    )
    words = dose_words(dose, Sides.BOTH)
    if slot.sets is None:
        words = words.removeprefix("1 × ")
    return words + (_(", as many as possible") if slot.to_exhaustion else "")


def _areas(one: Protocol, screen: Screen) -> list[str]:
    if not one.areas:
        return []
    lines = screen.heading(_("What its weeks cover, the exercises chosen for you"))
    return lines + screen.bullets(area.name for area in one.areas)


def protocol_answer(library: Library, name: str) -> Mapping[str, Any]:
    """Return the answer of `runwright protocol NAME --json`."""
    one = library.protocols[name]
    return {
        "id": one.id,
        "name": one.name,
        "summary": one.summary,
        "article": one.article,
        "rests_on": plain(one.support),
        "per_week": list(one.per_week),
        "minutes": list(one.minutes),
        "phases": {
            phase.value: {
                "week": _counts(dose.week.sessions),
                "deload": None if dose.deload is None else _counts(dose.deload.sessions),
            }
            for phase, dose in one.phases.items()
        },
        "areas": [area.id for area in one.areas],
        "sessions": [
            {
                "id": template.id,
                "title": template.title,
                "kinds": plain(template.kinds),
                "exercises": [list(slot.one_of) for slot in template.slots],
            }
            for template in one.templates
        ],
        "corrections": [{"rule": rule, "says": says} for rule, says in one.corrections],
    }


def _counts(sessions: tuple[tuple[SessionKind, int], ...]) -> Mapping[str, int]:
    return {kind.value: count for kind, count in sessions}


def protocols_answer(library: Library) -> Mapping[str, Any]:
    """Return the answer of `runwright protocol --json`."""
    return {
        "protocols": [
            {"id": one.id, "name": one.name, "summary": one.summary}
            for one in library.protocols.values()
        ]
    }
