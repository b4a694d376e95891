"""Protocols on their pages: whose they are, what the article says, and where it is corrected."""

from collections.abc import Iterator
from dataclasses import dataclass

from runwright.domain.protocol import Protocol, SessionTemplate, Slot
from runwright.domain.words import _
from runwright.formats.library_words.protocols import (
    KINDS,
    often_words,
    origin_words,
    phase_words,
    slot_dose,
)
from runwright.formats.plan_words.kinds import phase_name
from runwright.knowledge.library import Library
from runwright.web.library.evidence import Row, support_row
from runwright.web.library.mine import Mine

Named = tuple[str, str]  # an id, and its name


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement of the article, and what became of it.

    Attributes
    ----------
    rules
        The rules it is in; empty where it is in none, `because` says why then.
    """

    says: str
    rules: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotView:
    """A place in a session."""

    label: str
    exercises: tuple[Named, ...]
    dose: str
    note: str
    optional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionView:
    """A session of the article."""

    title: str
    kinds: str
    slots: tuple[SlotView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtocolPage:
    """A protocol."""

    id: str
    name: str
    origin: str
    summary: str
    often: str
    row: Row
    is_mine: bool
    phases: tuple[tuple[str, str], ...]
    sessions: tuple[SessionView, ...]
    areas: tuple[str, ...]
    mobility: tuple[Named, ...]
    warm_up: tuple[Named, ...]
    progression: tuple[str, ...]
    corrections: tuple[tuple[str, str], ...]
    said: tuple[Said, ...]


def protocol_page(one: Protocol, library: Library, mine: Mine) -> ProtocolPage:
    """Return the page of a protocol."""
    return ProtocolPage(
        id=one.id,
        name=_(one.name),
        origin=origin_words(library, one),
        summary=_(one.summary),
        often=often_words(one),
        row=support_row(library, one.support, ""),
        is_mine=mine.plan is not None and mine.plan.made_with.protocol == one.id,
        phases=tuple((phase_name(phase), phase_words(dose)) for phase, dose in one.phases.items()),
        sessions=tuple(_session(template, library) for template in one.templates),
        areas=tuple(_(area.name) for area in one.areas),
        mobility=_named(one.mobility, library),
        warm_up=_named(one.warm_up, library),
        progression=one.progression,
        corrections=tuple((rule, _(says)) for rule, says in one.corrections),
        said=tuple(_said(one, library)),
    )


def _session(template: SessionTemplate, library: Library) -> SessionView:
    return SessionView(
        title=_(template.title),
        kinds=", ".join(_(KINDS[kind]) for kind in template.kinds),
        slots=tuple(_slot(slot, library) for slot in template.slots),
    )


def _slot(slot: Slot, library: Library) -> SlotView:
    return SlotView(
        label=slot.label,
        exercises=_named(slot.one_of, library),
        dose=slot_dose(slot),
        note=_(slot.note),
        optional=slot.optional,
    )


def _named(ids: tuple[str, ...], library: Library) -> tuple[Named, ...]:
    return tuple((name, _(library.exercises[name].name)) for name in ids)


def _said(one: Protocol, library: Library) -> Iterator[Said]:
    for statement in library.statements.values():
        if statement.article == one.article:
            yield Said(
                says=_(statement.says),
                rules=statement.encoded_in,
                because=_(statement.not_encoded_because),
            )
