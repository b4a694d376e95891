"""One session of the diary: what was asked beside what was done, and its earlier versions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from runwright.domain.exercise import Role
from runwright.domain.performed import PerformedSession, PerformedSet
from runwright.domain.script import SessionScript
from runwright.domain.words import _
from runwright.formats.plan_words.dates import full_date, weekday
from runwright.formats.plan_words.performed import asked_words, ended_words, sets_words
from runwright.knowledge.library import Library
from runwright.web.diary.check_in_form import place_name
from runwright.web.diary.prescribed import items_of, version_of
from runwright.web.diary.week_view import session_detail

WARM_UP = frozenset({Role.RAISE, Role.DYNAMIC, Role.ROLLING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A place of the session: what was asked, and what was done.

    Attributes
    ----------
    asked
        '' where it was not in the script.
    done
        A line for each side; empty where nothing was logged.
    left_out
        Why it was skipped; '' where it was not.
    """

    label: str
    name: str
    asked: str
    done: tuple[str, ...]
    left_out: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryVersion:
    """A session in one of its versions, as it is read.

    Attributes
    ----------
    written
        When this version was written down.
    """

    title: str
    day: str
    at: str
    ended: str
    detail: str
    written: str
    rows: tuple[Beside, ...]
    pains: tuple[str, ...]
    note: str


class EntryWriter:
    """Puts sessions into words for one runner."""

    def __init__(self, library: Library, zone: ZoneInfo) -> None:
        self.library, self.zone = library, zone

    def version(
        self, done: PerformedSession, script: SessionScript | None, written: datetime
    ) -> EntryVersion:
        """Return a session beside its script; without one, the sets alone."""
        start, kept = done.started_at.astimezone(self.zone), written.astimezone(self.zone)
        return EntryVersion(
            title=_("Session") if script is None else script.title,
            day=f"{weekday(start)} {full_date(start)}",
            at=f"{start:%H:%M}",
            ended=ended_words(done.ended),
            detail=session_detail(done),
            written=f"{full_date(kept)}, {kept:%H:%M}",
            rows=tuple(self._rows(done, script)),
            pains=tuple(self._pains(done)),
            note=done.note,
        )

    def _rows(self, done: PerformedSession, script: SessionScript | None) -> Iterator[Beside]:
        left = list(done.sets)
        skipped = {one.label: one.because or _("left out") for one in done.skipped}
        items = () if script is None else items_of(version_of(script, done.minutes))
        for item in items:
            own = [one for one in left if one.label == item.label]
            left = [one for one in left if one.label != item.label]
            if not own and item.role in WARM_UP and item.label not in skipped:
                continue  # a warm-up is not counted in sets, and nobody is asked for it
            yield Beside(
                label=item.label,
                name=self._name(item.prescribed.exercise, own),
                asked=asked_words(item.prescribed),
                done=sets_words(own),
                left_out=skipped.get(item.label, ""),
            )
        for label in dict.fromkeys(one.label for one in left):
            own = [one for one in left if one.label == label]
            yield Beside(
                label=label,
                name=self._name(own[0].exercise, own),
                asked="",
                done=sets_words(own),
                left_out="",
            )

    def _name(self, asked: str, done: list[PerformedSet]) -> str:
        """Return the exercise, and what stood in for it."""
        names = [asked, *(one.exercise for one in done)]
        known = [
            _(self.library.exercises[one].name) if one in self.library.exercises else one
            for one in dict.fromkeys(names)
        ]
        if len(known) == 1:
            return known[0]
        return _("{done} instead of {asked}").format(done=", ".join(known[1:]), asked=known[0])

    def _pains(self, done: PerformedSession) -> Iterator[str]:
        for pain in done.pains:
            region = self.library.regions.get(pain.region)
            name = place_name(pain.region if region is None else _(region.name), pain.side)
            words = (
                _("{place}: {pain} of 10, at {label}")
                if pain.label
                else _("{place}: {pain} of 10, afterwards")
            )
            yield words.format(place=name, pain=pain.pain_0_10, label=pain.label)
