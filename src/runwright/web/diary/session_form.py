"""What was typed into the form of a session, read into the session it tells of."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from runwright.domain.performed import (
    PERFORMED_SCHEMA_VERSION,
    RATING_MAX,
    Ended,
    PerformedPain,
    PerformedSession,
    PerformedSet,
)
from runwright.domain.session import RIR_MAX
from runwright.domain.units import load_unit
from runwright.domain.words import _
from runwright.formats.told_amounts import told_load_kg
from runwright.knowledge.library import load_library
from runwright.web.diary.check_in_form import added_pain
from runwright.web.diary.set_rows import SetRow, key_of

LONGEST_MIN = 600  # nobody trains longer in one go; a slip of the finger does
MOST_COUNTED = 10_000
MOST_KG = 1000
NOTE_LENGTH = 2000


class TypedSession:
    """Reads one filled-in form.

    Parameters
    ----------
    before
        The session it changes; None for one that is logged by hand.
    rows
        The sets of the form.
    """

    def __init__(
        self,
        posted: Mapping[str, str],
        rows: tuple[SetRow, ...],
        before: PerformedSession | None,
        zone: ZoneInfo,
    ) -> None:
        self.posted, self.rows, self.before, self.zone = posted, rows, before, zone
        self.faults: dict[str, str] = {}

    def session(self, session_id: str, script: str, minutes: int) -> PerformedSession | None:
        """Return the session; None where something cannot be, and `faults` says what."""
        start = self._start()
        spent_min = self._whole("spent", 1, LONGEST_MIN)
        if spent_min is None and "spent" not in self.faults:
            self.faults["spent"] = _("Say how many minutes it took.")
        effort = self._whole("effort", 0, RATING_MAX)
        sets = tuple(self._sets(start)) if start is not None else ()
        pains = (*self._pains(), *self._added(start))
        if self.faults or start is None or spent_min is None:
            return None
        return PerformedSession(
            schema_version=PERFORMED_SCHEMA_VERSION,
            id=session_id,
            script=script,
            minutes=minutes,
            started_at=start,
            ended_at=start + timedelta(minutes=spent_min),
            ended=self._ended(),
            sets=sets,
            pains=pains,
            skipped=() if self.before is None else self.before.skipped,
            effort_0_10=effort,
            note=self.posted.get("note", "").strip()[:NOTE_LENGTH],
        )

    def _start(self) -> datetime | None:
        try:
            day = date.fromisoformat(self.posted.get("day", ""))
            at = time.fromisoformat(self.posted.get("time", ""))
        except ValueError:
            self.faults["day"] = _("Say the day and the time it began.")
            return None
        return datetime.combine(day, at, tzinfo=self.zone)

    def _ended(self) -> Ended:
        told = self.posted.get("ended", "")
        return Ended(told) if told in {one.value for one in Ended} else Ended.DONE

    def _whole(self, name: str, least: int, most: int) -> int | None:
        """Return a whole number; None where nothing is told, or what is told cannot be."""
        text = self.posted.get(name, "").strip()
        if not text:
            return None
        if text.isdecimal() and least <= int(text) <= most:
            return int(text)
        self.faults[name] = _("“{text}” is no whole number from {least} to {most}.").format(
            text=text, least=least, most=most
        )
        return None

    def _load_kg(self, name: str, known: PerformedSet | None) -> float | None:
        text = self.posted.get(name, "").strip()
        if not text:
            return None
        before = () if known is None or known.load_kg is None else (known.load_kg,)
        told_kg = told_load_kg(text, before)
        if told_kg is not None and told_kg <= MOST_KG:
            return told_kg
        words = _("“{text}” is no load in {unit}.")
        self.faults[name] = words.format(text=text, unit=load_unit())
        return None

    def _sets(self, start: datetime) -> Iterator[PerformedSet]:
        done = {} if self.before is None else {key_of(one): one for one in self.before.sets}
        for row in self.rows:
            known = done.get(row.key)
            count = self._whole(f"{row.key}:count", 0, MOST_COUNTED)
            load_kg = self._load_kg(f"{row.key}:load", known)
            rir = self._whole(f"{row.key}:rir", 0, RIR_MAX)
            if count is None:
                continue
            blank = known if known is not None else self._blank(row, start)
            told = {row.counts: count}
            yield replace(blank, **told, load_kg=load_kg, rir=rir)  # type: ignore[arg-type]

    def _blank(self, row: SetRow, start: datetime) -> PerformedSet:
        return PerformedSet(
            label=row.label,
            exercise=row.exercise,
            number=row.number,
            side=row.side,
            is_ramp=row.is_ramp,
            ended_at=start,
        )

    def _added(self, start: datetime | None) -> Iterator[PerformedPain]:
        for pain in added_pain(self.posted, load_library(), self.faults):
            if start is not None:
                yield PerformedPain(
                    region=pain.region, pain_0_10=pain.pain_0_10, told_at=start, side=pain.side
                )

    def _pains(self) -> Iterator[PerformedPain]:
        for number, pain in enumerate(() if self.before is None else self.before.pains):
            rating = self._whole(f"pain:{number}", 0, RATING_MAX)
            if rating is not None:
                yield replace(pain, pain_0_10=rating)
