"""Protocols on a terminal: one with its phases, sessions and corrections, or all."""

from collections.abc import Mapping
from typing import Any

from runwright.cli.answer import plain
from runwright.cli.screen import Screen
from runwright.domain.protocol import Protocol, SessionTemplate
from runwright.domain.session import SessionKind
from runwright.domain.words import _, ngettext
from runwright.formats.library_words.protocols import (
    KINDS,
    often_words,
    origin_words,
    phase_words,
    slot_dose,
)
from runwright.formats.library_words.support import support_words
from runwright.formats.plan_words.kinds import phase_name
from runwright.knowledge.library import Library

COLUMN = 14


def protocols_page(library: Library, screen: Screen) -> list[str]:
    """Return all protocols, each with what it is about."""
    count = len(library.protocols)
    lines = screen.title(ngettext("{n} protocol", "{n} protocols", count).format(n=count))
    for one in library.protocols.values():
        lines += ["", *screen.named(one.id, _(one.name))]
        lines += screen.wrapped(often_words(one), "  ")
        lines += screen.wrapped(_(one.summary), "  ")
    return [*lines, "", *screen.wrapped(_("More about one:  runwright protocol NAME"))]


def protocol_page(library: Library, name: str, screen: Screen) -> list[str]:
    """Return the page of a protocol."""
    one = library.protocols[name]
    lines = [
        *screen.named(_(one.name), one.id),
        *screen.wrapped(origin_words(library, one)),
    ]
    lines += ["", *screen.wrapped(_(one.summary)), *screen.wrapped(often_words(one))]
    lines += screen.wrapped(_("Rests on: {what}").format(what=support_words(one.support)))
    lines += screen.heading(_("What each phase asks of a week"))
    for phase, dose in one.phases.items():
        lines += screen.labelled(phase_name(phase), phase_words(dose), column=COLUMN)
    for template in one.templates:
        lines += _template(library, template, screen)
    lines += _areas(one, screen)
    if one.corrections:
        lines += screen.heading(_("Where a firm rule overrules it"))
        for rule, says in one.corrections:
            lines += screen.labelled(rule, _(says), column=7)
    use = _("Use it:  runwright plan --protocol {name} ...").format(name=one.id)
    return [*lines, "", *screen.wrapped(use)]


def _template(library: Library, template: SessionTemplate, screen: Screen) -> list[str]:
    kinds = ", ".join(_(KINDS[kind]) for kind in template.kinds)
    lines = screen.heading(
        _("Session: {title} ({kinds})").format(title=_(template.title), kinds=kinds)
    )
    for slot in template.slots:
        names = _(" or ").join(_(library.exercises[each].name) for each in slot.one_of)
        dose = slot_dose(slot)
        text = f"{names}: {dose}" if dose else names
        if slot.optional:
            text += _(" (optional)")
        if slot.note:
            text += f". {_(slot.note)}"
        lines += screen.labelled(slot.label or "-", text, column=6)
    return lines


def _areas(one: Protocol, screen: Screen) -> list[str]:
    if not one.areas:
        return []
    lines = screen.heading(_("What its weeks cover, the exercises chosen for you"))
    return lines + screen.bullets(_(area.name) for area in one.areas)


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
