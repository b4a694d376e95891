"""The sets of a session as rows of a form: those that were asked, and those done besides."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from runwright.domain.exercise import DoseKind
from runwright.domain.performed import PerformedSession, PerformedSet
from runwright.domain.runner import Side
from runwright.domain.script import ScriptItem, ScriptVersion, SetTarget
from runwright.domain.words import N_, _
from runwright.formats.plan_words.doses import seconds
from runwright.formats.told_amounts import load_field
from runwright.knowledge.library import Library
from runwright.web.diary.entry_view import WARM_UP
from runwright.web.diary.prescribed import items_of

COUNT_OF = {
    DoseKind.REPS: "reps",
    DoseKind.HOLD: "hold_s",
    DoseKind.DISTANCE: "distance_m",
    DoseKind.CONTACTS: "contacts",
}
UNITS = {
    "reps": N_("reps"),
    "hold_s": N_("seconds"),
    "distance_m": N_("metres"),
    "contacts": N_("contacts"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRow:
    """A set in the form.

    Attributes
    ----------
    key
        What the names of its fields begin with; a set that was done has the same.
    counts
        The field of :class:`PerformedSet` that is counted.
    asked
        What was asked; '' where it was not in the script.
    count, load, rir
        What stands in the fields; '' for nothing.
    """

    key: str
    label: str
    exercise: str
    name: str
    number: int
    side: Side | None
    is_ramp: bool
    counts: str
    asked: str
    loadable: bool
    has_rir: bool
    count: str = ""
    load: str = ""
    rir: str = ""

    @property
    def unit(self) -> str:
        """What is counted, in words."""
        return _(UNITS[self.counts])

    @property
    def said(self) -> str:
        """Which set it is: ``Set 2, left``."""
        words = _("Lighter set {number}") if self.is_ramp else _("Set {number}")
        side = {None: "", Side.LEFT: _(", left"), Side.RIGHT: _(", right")}[self.side]
        return words.format(number=self.number) + side


def set_rows(
    version: ScriptVersion | None,
    before: PerformedSession | None,
    library: Library,
    *,
    as_planned: bool = False,
) -> tuple[SetRow, ...]:
    """Return a row for every set of a script and of what was done.

    Parameters
    ----------
    version
        None where no plan knows the session any more.
    before
        What was done; None for a session not logged yet.
    as_planned
        Whether rows without a set are filled in with what was asked.
    """
    done = {} if before is None else {key_of(one): one for one in before.sets}
    rows = []
    for item, target in _targets(version):
        row = _asked_row(item, target)
        found = done.pop(row.key, None)
        if found is not None:
            row = _filled(row, found)
        elif as_planned:
            row = replace(row, count=_planned_count(target, row.counts))
        rows.append(row)
    return (*rows, *(_filled(_done_row(one, library), one) for one in done.values()))


def key_of(done: PerformedSet) -> str:
    """Return what names a set within its session."""
    return _key(done.label, done.exercise, done.number, done.side, is_ramp=done.is_ramp)


def _key(label: str, exercise: str, number: int, side: Side | None, *, is_ramp: bool) -> str:
    kind = "r" if is_ramp else "w"
    return ":".join((label, exercise, str(number), "" if side is None else side.value, kind))


def _targets(version: ScriptVersion | None) -> Iterator[tuple[ScriptItem, SetTarget]]:
    for item in () if version is None else items_of(version):
        if item.role not in WARM_UP:
            for target in item.prescribed.sets:
                yield item, target


def _asked_row(item: ScriptItem, target: SetTarget) -> SetRow:
    exercise, is_ramp = item.prescribed, target.ramp_share is not None
    return SetRow(
        key=_key(item.label, exercise.exercise, target.number, target.side, is_ramp=is_ramp),
        label=item.label,
        exercise=exercise.exercise,
        name=exercise.name,
        number=target.number,
        side=target.side,
        is_ramp=is_ramp,
        counts=COUNT_OF[exercise.dose_kind],
        asked=_target_words(target),
        loadable=exercise.loadable,
        has_rir=exercise.rir is not None and not is_ramp,
    )


def _done_row(done: PerformedSet, library: Library) -> SetRow:
    known = library.exercises.get(done.exercise)
    counted = (name for name in UNITS if getattr(done, name) is not None)
    usual = "reps" if known is None else COUNT_OF[known.dose_kind]
    return SetRow(
        key=key_of(done),
        label=done.label,
        exercise=done.exercise,
        name=done.exercise if known is None else _(known.name),
        number=done.number,
        side=done.side,
        is_ramp=done.is_ramp,
        counts=next(counted, usual),
        asked="",
        loadable=known is None or known.loadable,
        has_rir=done.rir is not None,
    )


def _filled(row: SetRow, done: PerformedSet) -> SetRow:
    count = getattr(done, row.counts)
    return replace(
        row,
        count="" if count is None else str(count),
        load=load_field(done.load_kg),
        rir="" if done.rir is None else str(done.rir),
        loadable=row.loadable or done.load_kg not in {None, 0},
        has_rir=row.has_rir or done.rir is not None,
    )


def _target_words(target: SetTarget) -> str:
    if target.reps is not None and target.hold_s is None:
        low, high = target.reps
        return str(low) if low == high else _("{low}–{high}").format(low=low, high=high)
    if target.hold_s is not None:
        return seconds(target.hold_s)
    told = (target.distance_m, target.contacts, target.steps)
    return next((str(one) for one in told if one is not None), "")


def _planned_count(target: SetTarget, counts: str) -> str:
    """Return the lower end of what was asked: as planned is at least that."""
    if counts == "reps":
        return "" if target.reps is None else str(target.reps[0])
    asked = getattr(target, counts)
    return "" if asked is None else str(asked)
