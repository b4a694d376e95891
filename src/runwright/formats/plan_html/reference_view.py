"""The back of the page: rules that spoke, sources they stand on, what the plan was made with."""

from dataclasses import dataclass

from runwright.domain.plan import SeasonPlan
from runwright.domain.words import N_, _
from runwright.formats.plan_html.citation import doi_link, seen
from runwright.formats.plan_html.cited import Cited
from runwright.formats.plan_html.why_view import points_words
from runwright.knowledge.library import Library

STATUS = {
    "optimal": N_("no better placement exists; this is proven"),
    "feasible": N_("the best found; a better one may exist"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A source with how far it was seen."""

    key: str
    citation: str
    link: str
    code: str
    seen: str
    finding: str
    population: str
    caveat: str


def source_views(cited: Cited) -> list[SourceView]:
    """Return the sources a plan rests on."""
    return [
        SourceView(
            key=one.key,
            citation=one.citation,
            link=doi_link(one),
            code=one.verification.value,
            seen=seen(one),
            finding=one.finding,
            population=one.population,
            caveat=one.caveat if one.caveat is not None else "",
        )
        for one in cited.sources
    ]


def made_with(plan: SeasonPlan, library: Library) -> list[tuple[str, str]]:
    """Return what a plan was made with, as pairs of name and value."""
    made, objective = plan.made_with, plan.objective
    protocol = library.protocols.get(made.protocol)
    costs = ", ".join(f"{rule} {points}" for rule, points in objective.by_rule)
    pairs = [
        (_("Program"), made.program_version),
        (_("Knowledge"), made.knowledge_version),
        (_("Protocol"), protocol.name if protocol is not None else made.protocol),
        (_("Format"), made.schema_version),
        (_("Seed"), str(made.seed)),
        (_("Placement"), _(STATUS.get(objective.status, objective.status))),
        (_("It costs"), points_words(objective.total) or _("nothing")),
        (_("Least possible"), points_words(objective.bound) or _("nothing")),
    ]
    return [*pairs, (_("By rule"), costs)] if costs else pairs
