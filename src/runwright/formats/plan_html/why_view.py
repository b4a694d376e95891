"""Why a session is where it is: what speaks, rule by rule, with points, statement and sources."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from runwright.domain.plan import PlannedSession, Reason
from runwright.domain.words import _, ngettext, opening
from runwright.formats.plan_html.badges import Badge, badges_of
from runwright.formats.plan_html.citation import short_citation
from runwright.formats.plan_html.gaps import Event, Limits
from runwright.formats.plan_html.timeline import NARROW, WIDE, Timeline
from runwright.formats.plan_words.dates import and_list
from runwright.knowledge.library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLink:
    """A source by its short name."""

    key: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleView:
    """A rule as the page shows it; empty texts where the library does not know it."""

    id: str
    statement: str
    matters: str
    evidence: str
    badges: tuple[Badge, ...]
    sources: tuple[SourceLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a rule says about one session, and what it costs in words; '' for nothing."""

    says: str
    points: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaks:
    """A rule and all it says about one session."""

    rule: RuleView
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyView:
    """Why a session is where it is.

    Attributes
    ----------
    lead
        The gaps in one sentence.
    wide, narrow
        The timeline; None for weeks that only tell the rules.
    total
        What the place costs in all, in words.
    """

    lead: str
    speaks: tuple[Speaks, ...]
    total: str
    wide: Markup | None = None
    narrow: Markup | None = None


class RuleShelf:
    """Rules of the library as the page shows them, each made once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._made: dict[str, RuleView] = {}

    def rule(self, rule_id: str) -> RuleView:
        """Return a rule; a bare one where the library does not know the id."""
        if rule_id not in self._made:
            self._made[rule_id] = self._make(rule_id)
        return self._made[rule_id]

    def knows(self, rule_id: str) -> bool:
        """Whether the library has the rule."""
        return rule_id in self._library.rules

    def _make(self, rule_id: str) -> RuleView:
        entry = self._library.rules.get(rule_id)
        if entry is None:
            return RuleView(
                id=rule_id, statement="", matters="", evidence="", badges=(), sources=()
            )
        keys = dict.fromkeys([
            *entry.sources,
            *(key for one in entry.parameters for key in one.support.sources),
        ])
        known = [self._library.sources[key] for key in keys if key in self._library.sources]
        return RuleView(
            id=entry.id,
            statement=_(entry.statement),
            matters=_(entry.why_it_matters),
            evidence=_(entry.evidence_note),
            badges=badges_of(entry),
            sources=tuple(SourceLink(key=one.key, name=short_citation(one)) for one in known),
        )


def points_words(points: int) -> str:
    """Return ``3 points``; '' for none."""
    if points == 0:
        return ""
    return ngettext("{n} point", "{n} points", points).format(n=points)


def speaks_of(reasons: Sequence[Reason], shelf: RuleShelf) -> tuple[Speaks, ...]:
    """Return reasons rule by rule, in the order the rules first speak."""
    by_rule: dict[str, list[Said]] = {}
    for reason in reasons:
        said = Said(says=reason.says, points=points_words(reason.points))
        by_rule.setdefault(reason.rule, []).append(said)
    return tuple(Speaks(rule=shelf.rule(rule), said=tuple(said)) for rule, said in by_rule.items())


def why_view(
    session: PlannedSession,
    shelf: RuleShelf,
    drawn: tuple[Event, Sequence[Event], Limits] | None,
) -> WhyView:
    """Return why a session is there.

    Parameters
    ----------
    drawn
        The session on the season's clock, everything else on it, and the limits, where a timeline
        is wanted.
    """
    points = sum(reason.points for reason in session.reasons)
    total = (
        _("{points} in all; the fewer, the better.").format(points=points_words(points))
        if points
        else _("Nothing speaks against it.")
    )
    speaks = speaks_of(session.reasons, shelf)
    if drawn is None:
        return WhyView(lead="", speaks=speaks, total=total)
    wide, narrow = (Timeline(*drawn, scale) for scale in (WIDE, NARROW))
    gaps = and_list(wide.gaps())
    return WhyView(
        lead=f"{opening(gaps)}." if gaps else "",
        speaks=speaks,
        total=total,
        wide=wide.draw(),
        narrow=narrow.draw(),
    )
