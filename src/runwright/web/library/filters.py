"""Which exercises of the library one asks for; what was asked stands in the address."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from urllib.parse import urlencode

from runwright.domain.exercise import Exercise
from runwright.domain.words import _
from runwright.formats.library_words.exercises import LEVELS
from runwright.knowledge.library import Library
from runwright.planning.kit import kit_at_hand
from runwright.web.library.mine import Mine

NO_KIT, MY_KIT = "none", "mine"
YES = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What is asked for; '' is everything.

    Attributes
    ----------
    q
        Part of a name.
    kit
        ``none`` is what every house has, ``mine`` what the runner has, else one piece that is used.
    pain
        A region that hurts: what is to be left out for it is left out.
    plan
        ``1`` for what the plan holds.
    """

    q: str = ""
    kit: str = ""
    pattern: str = ""
    pain: str = ""
    level: str = ""
    plan: str = ""

    @property
    def asked(self) -> Mapping[str, str]:
        """What is asked for, by the name it has in an address."""
        values = {one.name: str(getattr(self, one.name)) for one in fields(self)}
        return {name: value for name, value in values.items() if value}

    @property
    def address(self) -> str:
        """What stands behind the question mark of an address; '' for everything."""
        return urlencode(self.asked)

    def without(self, name: str) -> "Filters":
        """Return the same, one thing less asked for."""
        return replace(self, **{name: ""})


def filters_of(query: Mapping[str, str], library: Library) -> Filters:
    """Return what an address asks for; what the library does not know is not asked for."""
    known: Mapping[str, Iterable[str]] = {
        "kit": (NO_KIT, MY_KIT, *library.kit),
        "pattern": library.patterns,
        "pain": library.regions,
        "level": [str(level) for level in range(1, LEVELS + 1)],
        "plan": (YES,),
    }
    asked = {name: query.get(name, "") for name in known}
    found = {name: value for name, value in asked.items() if value in known[name]}
    return Filters(q=" ".join(query.get("q", "").split()), **found)


def fitting(filters: Filters, library: Library, mine: Mine) -> list[Exercise]:
    """Return the exercises that fit all that is asked for."""
    return [one for one in library.exercises.values() if _fits(one, filters, library, mine)]


def left_out_for_pain(filters: Filters, library: Library, mine: Mine) -> int:
    """Return how many exercises only the pain leaves out."""
    if not filters.pain:
        return 0
    rest = fitting(filters.without("pain"), library, mine)
    return len(rest) - len(fitting(filters, library, mine))


def _fits(one: Exercise, filters: Filters, library: Library, mine: Mine) -> bool:
    return (
        filters.q.casefold() in _(one.name).casefold()
        and filters.pattern in {"", one.pattern}
        and filters.level in {"", str(one.level)}
        and (not filters.plan or one.id in mine.uses)
        and all(tag.region != filters.pain for tag in one.avoid)
        and _has_kit(one, filters.kit, library, mine)
    )


def _has_kit(one: Exercise, kit: str, library: Library, mine: Mine) -> bool:
    if kit == NO_KIT:
        return one.can_be_done_with(library.household)
    if kit == MY_KIT:
        return one.can_be_done_with(kit_at_hand(library, mine.kit))
    return not kit or any(kit in needed for needed in one.equipment)
