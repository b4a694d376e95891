"""An exercise on its page: how, how much, how not, what it works, and what it rests on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from runwright.domain.evidence import Value
from runwright.domain.exercise import Exercise, PainTag
from runwright.domain.words import N_, _, ngettext, opening
from runwright.figures import Show, fault_ids
from runwright.formats.library_words.conditions import condition_name
from runwright.formats.library_words.exercises import dose_words, kit_ways
from runwright.formats.library_words.muscles import muscle_names
from runwright.formats.plan_html.badges import Badge
from runwright.formats.plan_html.exercise_view import HowTo, how_to
from runwright.formats.plan_words.dates import short_day, short_weekday
from runwright.formats.plan_words.doses import amount, load, reserve, rest
from runwright.formats.plan_words.patterns import pattern_name
from runwright.knowledge.library import Library
from runwright.web.figures import figure_url
from runwright.web.library.evidence import Row, basis_badge, exercise_rows
from runwright.web.library.ladders import LadderView, ladder_view, ladders_of
from runwright.web.library.mine import Mine, Use
from runwright.web.library.overview import level_words

DAYS_SHOWN = 4
TEMPO_PARTS = (N_("{n} s down"), N_("{n} s pause"), N_("{n} s up"))
TEMPO_LOOKS = ("sky", "quiet", "pine")


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The figure of something; '' where it is not drawn so."""

    still: str
    moving: str
    fault: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """A part of a repetition. [s]"""

    seconds: int
    says: str
    look: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOfMine:
    """A day of the plan that holds the exercise; `dose` is '' where it is that of the first."""

    day: date
    says: str
    title: str
    dose: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDose:
    """The dose the plan asks for next.

    Attributes
    ----------
    days
        The next days that hold it; `more` says how many come after them.
    """

    amount: str
    how: str
    note: str
    days: tuple[DayOfMine, ...]
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PainNote:
    """What the exercise means for a region or a condition."""

    where: str
    note: str
    is_mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExercisePage:
    """An exercise."""

    id: str
    name: str
    pattern: str
    pattern_name: str
    level: str
    needs: str
    picture: Picture
    how_to: HowTo
    tempo: tuple[Beat, ...]
    usual_dose: str
    dose_badge: Badge
    own: OwnDose | None
    has_plan: bool
    most: str
    helps: str
    ladder: LadderView | None
    other_ladders: tuple[LadderView, ...]
    rows: tuple[Row, ...]
    is_untested: bool
    rules: tuple[tuple[str, str], ...]
    avoid: tuple[PainNote, ...]
    care: tuple[PainNote, ...]
    good: tuple[PainNote, ...]
    loads: tuple[str, str]


def exercise_page(one: Exercise, library: Library, mine: Mine) -> ExercisePage:
    """Return the page of an exercise as the runner sees it."""
    ladders = [ladder_view(each, library, mine, one.id) for each in ladders_of(one, library, mine)]
    sore = _sore(mine)
    return ExercisePage(
        id=one.id,
        name=_(one.name),
        pattern=one.pattern,
        pattern_name=pattern_name(one.pattern),
        level=level_words(one.level),
        needs=_("Needs {kit}.").format(kit=kit_ways(library, one))
        if all(one.equipment)
        else _("Needs no kit."),
        picture=_picture(one, mine),
        how_to=how_to(one, one.tempo),
        tempo=tuple(_tempo(one.tempo)),
        usual_dose=dose_words(one.dose, one.sides),
        dose_badge=basis_badge(one.dose_support),
        own=_own(one, mine.uses.get(one.id, ())),
        has_plan=mine.plan is not None,
        most=muscle_names(one.primary_muscles),
        helps=muscle_names(one.secondary_muscles),
        ladder=ladders[0] if ladders else None,
        other_ladders=tuple(ladders[1:]),
        rows=tuple(exercise_rows(library, one)),
        is_untested=not one.sources and not one.dose_support.sources,
        rules=tuple(_rules(one, library)),
        avoid=_notes(one.avoid, one.avoid_conditions, library, sore),
        care=_notes(one.caution, one.caution_conditions, library, sore),
        good=_notes(one.good, one.good_conditions, library, sore),
        loads=(
            _("{n} of 4").format(n=one.achilles_load),
            _("{n} of 3").format(n=one.patellofemoral_load),
        ),
    )


def _picture(one: Exercise, mine: Mine) -> Picture:
    has_fault = one.id in fault_ids()
    return Picture(
        still=figure_url(one.id, Show.STILL, mine.record),
        moving=figure_url(one.id, Show.MOVING, mine.record),
        fault=figure_url(one.id, Show.FAULT, mine.record) if has_fault else "",
        name=_(one.name),
    )


def _tempo(code: str) -> Iterator[Beat]:
    """Return the parts of a repetition; none for holds and what is fast or easy."""
    parts = code.split("-")
    if len(parts) != len(TEMPO_PARTS) or not all(part.isdigit() for part in parts):
        return
    for part, words, look in zip(parts, TEMPO_PARTS, TEMPO_LOOKS, strict=True):
        if int(part):
            yield Beat(seconds=int(part), says=_(words).format(n=part), look=look)


def _own(one: Exercise, uses: Sequence[Use]) -> OwnDose | None:
    if not uses:
        return None
    first = uses[0].item
    more = len(uses) - DAYS_SHOWN
    return OwnDose(
        amount=amount(first.dose, one.sides),
        how=", ".join(filter(None, (load(first.dose), reserve(first.dose), rest(first.dose)))),
        note=_(first.note),
        days=tuple(
            DayOfMine(
                day=use.day,
                says=f"{short_weekday(use.day)} {short_day(use.day)}",
                title=use.title,
                dose="" if use.item.dose == first.dose else amount(use.item.dose, one.sides),
            )
            for use in uses[:DAYS_SHOWN]
        ),
        more=""
        if more <= 0
        else ngettext("and {n} more time", "and {n} more times", more).format(n=more),
    )


def _rules(one: Exercise, library: Library) -> Iterator[tuple[str, str]]:
    """Return the rules that hold it back, name it or name its movement, as they are stated."""
    gates = {gate.partition("_")[0] for gate in one.gates}
    for rule in library.rules.values():
        names = {name for number in rule.parameters for name in _named(number.value)}
        if rule.id in gates or one.id in names or one.pattern in names:
            yield rule.id, _(rule.statement)


def _named(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _named(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from _named(part)


def _sore(mine: Mine) -> frozenset[str]:
    pains = mine.runner.pains if mine.runner is not None else ()
    return frozenset(pain.region for pain in pains if pain.pain_0_10 > 0)


def _notes(
    tags: Iterable[PainTag], conditions: Iterable[str], library: Library, sore: frozenset[str]
) -> tuple[PainNote, ...]:
    regions = [
        PainNote(
            where=_(library.regions[tag.region].name),
            note=_(tag.note),
            is_mine=tag.region in sore,
        )
        for tag in tags
    ]
    others = [
        PainNote(where=opening(condition_name(one)), note="", is_mine=False)
        for one in sorted(conditions)
    ]
    return (*regions, *others)
