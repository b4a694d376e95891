"""Protocols in words: whose they are, how often, what a phase asks for, what a slot holds."""

from runwright.domain.exercise import DoseRange, Sides
from runwright.domain.protocol import PhaseDose, Protocol, Slot
from runwright.domain.session import SessionKind
from runwright.domain.words import N_, _
from runwright.formats.library_words.exercises import dose_words
from runwright.formats.plan_words.dates import and_list
from runwright.knowledge.library import Library

AS_OFTEN_AS = {-1: N_("as often as you train"), -2: N_("to keep what you have")}
KINDS = {
    SessionKind.HEAVY: N_("heavy"),
    SessionKind.HEAVY_JUMPS: N_("heavy with jumps"),
    SessionKind.FOUNDATION: N_("foundation"),
    SessionKind.SHORT: N_("short"),
    SessionKind.LIGHT: N_("light"),
    SessionKind.JUMPS: N_("jumps"),
}


def often_words(one: Protocol) -> str:
    """Return how many sessions a week, and how long they are."""
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


def origin_words(library: Library, one: Protocol) -> str:
    """Return which article it follows; that it is ours where it follows none."""
    if one.article is None:
        return _("Ours: it joins the five articles and corrects them where the evidence says so.")
    article = library.articles[one.article]
    named = (article.title, article.author, article.publisher)
    return _("After: {article}").format(article=", ".join(part for part in named if part))


def phase_words(dose: PhaseDose) -> str:
    """Return what a phase asks of a week, and of a deload week."""
    words = sessions_words(dose.week.sessions)
    if dose.deload is None or dose.deload == dose.week:
        return words
    return _("{week}; deload: {deload}").format(
        week=words, deload=sessions_words(dose.deload.sessions)
    )


def sessions_words(sessions: tuple[tuple[SessionKind, int], ...]) -> str:
    """Return ``2 heavy and 1 light``; ``no strength`` for none."""
    parts = [
        _("{kind} ({often})").format(kind=_(KINDS[kind]), often=_(AS_OFTEN_AS[count]))
        if count in AS_OFTEN_AS
        else _("{n} {kind}").format(n=count, kind=_(KINDS[kind]))
        for kind, count in sessions
        if count
    ]
    return and_list(parts) or _("no strength")


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
