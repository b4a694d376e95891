"""The overview of the exercises: by movement, easiest first, as far as they fit what is asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from runwright.domain.exercise import Exercise, PainTag
from runwright.domain.words import _, ngettext
from runwright.figures import Show
from runwright.formats.library_words.exercises import LEVELS
from runwright.formats.library_words.kit import kit_in_short, kit_name
from runwright.formats.plan_words.patterns import PATTERNS, pattern_name
from runwright.knowledge.library import Library
from runwright.web.figures import figure_url
from runwright.web.library.filters import (
    MY_KIT,
    NO_KIT,
    Filters,
    fitting,
    left_out_for_pain,
)
from runwright.web.library.mine import Mine

Option = tuple[str, str]  # the value in the address, and its name


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """An exercise in few words.

    Attributes
    ----------
    pain
        ``good`` or ``care`` for the region that was asked for; '' for neither.
    note
        What to change for that region; '' for nothing.
    """

    id: str
    name: str
    figure: str
    level: str
    kit: str
    in_plan: bool
    pain: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """The exercises of one movement."""

    anchor: str
    name: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOut:
    """One thing less to ask for, and how many exercises fit then."""

    says: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The overview.

    Attributes
    ----------
    ways_out
        Where nothing fits: what to ask for less; else empty.
    """

    count: str
    left_out: str
    chapters: tuple[Chapter, ...]
    ways_out: tuple[WayOut, ...]


def overview(filters: Filters, library: Library, mine: Mine) -> Overview:
    """Return the exercises that fit, by movement."""
    found = fitting(filters, library, mine)
    total, count = len(library.exercises), len(found)
    words = (
        ngettext("{n} exercise", "{n} exercises", count)
        if count == total
        else ngettext("{n} of {total} exercises", "{n} of {total} exercises", count)
    )
    return Overview(
        count=words.format(n=count, total=total),
        left_out=_left_out(filters, library, mine),
        chapters=tuple(_chapters(found, filters, library, mine)),
        ways_out=() if found else tuple(_ways_out(filters, library, mine)),
    )


def _left_out(filters: Filters, library: Library, mine: Mine) -> str:
    count = left_out_for_pain(filters, library, mine)
    if not count:
        return ""
    words = ngettext(
        "{n} more is left out while this hurts: {region}.",
        "{n} more are left out while this hurts: {region}.",
        count,
    )
    return words.format(n=count, region=_(library.regions[filters.pain].name))


def _chapters(
    found: Sequence[Exercise], filters: Filters, library: Library, mine: Mine
) -> Iterator[Chapter]:
    for pattern in PATTERNS:
        these = sorted((one for one in found if one.pattern == pattern), key=lambda one: one.level)
        if these:
            cards = tuple(_card(one, filters, library, mine) for one in these)
            yield Chapter(anchor=f"p-{pattern}", name=pattern_name(pattern), cards=cards)


def _card(one: Exercise, filters: Filters, library: Library, mine: Mine) -> Card:
    care, good = _tagged(one.caution, filters.pain), _tagged(one.good, filters.pain)
    tag = care or good
    return Card(
        id=one.id,
        name=_(one.name),
        figure=figure_url(one.id, Show.STILL, mine.record),
        level=level_words(one.level),
        kit=short_kit(one, library),
        in_plan=one.id in mine.uses,
        pain="" if tag is None else ("care" if care is not None else "good"),
        note="" if tag is None else _(tag.note),
    )


def _tagged(tags: Sequence[PainTag], region: str) -> PainTag | None:
    return next((tag for tag in tags if tag.region == region), None)


def level_words(level: int) -> str:
    """Return ``Level 3``."""
    return _("Level {level}").format(level=level)


def short_kit(one: Exercise, library: Library) -> str:
    """Return the first way to do it by its kit, ``Band``; '' where none is needed."""
    if not all(one.equipment):
        return ""
    return " + ".join(kit_in_short(library, kit) for kit in sorted(one.equipment[0]))


def _ways_out(filters: Filters, library: Library, mine: Mine) -> Iterator[WayOut]:
    for name in filters.asked:
        wider = filters.without(name)
        count = len(fitting(wider, library, mine))
        if count:
            words = ngettext("{what}: {n} exercise", "{what}: {n} exercises", count)
            yield WayOut(
                says=words.format(what=_leave_off(name), n=count), address=f"?{wider.address}"
            )


def _leave_off(name: str) -> str:
    return {
        "q": _("Any name"),
        "kit": _("Any kit"),
        "pattern": _("Any movement"),
        "pain": _("Whatever hurts"),
        "level": _("Any level"),
        "plan": _("Not only my plan"),
    }[name]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the form offers; kit in two groups, what one has and what an exercise uses.

    Attributes
    ----------
    has_plan
        Whether there is a plan to keep to.
    """

    have: tuple[Option, ...]
    uses: tuple[Option, ...]
    patterns: tuple[Option, ...]
    regions: tuple[Option, ...]
    levels: tuple[Option, ...]
    has_plan: bool


def choices(library: Library, mine: Mine) -> Choices:
    """Return what can be asked for; only what some exercise has to do with."""
    exercises = library.exercises.values()
    used = {kit for one in exercises for needed in one.equipment for kit in needed}
    tagged = {tag.region for one in exercises for tag in (*one.avoid, *one.caution, *one.good)}
    regions = (one for one in library.regions.values() if one.id in tagged)
    have = [(NO_KIT, _("Nothing but a wall, a chair, a towel"))]
    if mine.record is not None:
        have.append((MY_KIT, _("My kit")))
    return Choices(
        have=tuple(have),
        uses=tuple((kit, kit_name(library, kit)) for kit in library.kit if kit in used),
        patterns=tuple((pattern, pattern_name(pattern)) for pattern in PATTERNS),
        regions=tuple((one.id, _(one.name)) for one in regions),
        levels=tuple((str(n), _level_option(n)) for n in range(1, LEVELS + 1)),
        has_plan=mine.plan is not None,
    )


def _level_option(level: int) -> str:
    ends = {1: _("1, easiest"), LEVELS: _("{n}, hardest").format(n=LEVELS)}
    return ends.get(level, str(level))
