"""How sure we are, as badges: how well an effect is known, and whether a number is ours."""

from dataclasses import dataclass

from runwright.domain.evidence import Basis, RuleEntry, Support
from runwright.domain.words import N_, _

WEAK = frozenset({"C", "D"})


@dataclass(frozen=True, slots=True)
class Badge:
    """A badge: its look, its word, and the sentence of the legend."""

    look: str
    word: str
    means: str


TRIAL = Badge("trial", N_("trial"), N_("Measured in trials, or in runners followed over time."))
REVIEW = Badge("review", N_("review"), N_("Many studies read together."))
GUIDELINE = Badge("guideline", N_("guideline"), N_("Agreed on by a panel of experts."))
SMALL_TRIAL = Badge("small", N_("small trial"), N_("Few people, or not runners."))
STUDIES = Badge(
    "study", N_("studies"), N_("The effect was seen in studies; the number is not theirs.")
)
FEW_STUDIES = Badge(
    "small", N_("few studies"), N_("Small or indirect studies; the number is not theirs.")
)
EXPERT = Badge(
    "expert", N_("expert"), N_("What practitioners advise, or one of the five articles.")
)
OURS = Badge(
    "ours", N_("coach default"), N_("Nobody tested this number. It is ours, and yours to change.")
)
ALL = (TRIAL, REVIEW, GUIDELINE, SMALL_TRIAL, STUDIES, FEW_STUDIES, EXPERT, OURS)
OF_BASIS = {
    Basis.TRIAL: TRIAL,
    Basis.REVIEW: REVIEW,
    Basis.GUIDELINE: GUIDELINE,
    Basis.EXPERT: EXPERT,
}


def badges_of(rule: RuleEntry) -> tuple[Badge, ...]:
    """Return how well a rule's effect is known, then whether any of its numbers is ours.

    The effect is known as its first sourced number is; a trial counts as small where the rule's
    confidence is low. Where all numbers are ours but sources are named, they are studies.
    """
    sourced = next((one.support.basis for one in rule.parameters if _is_sourced(one.support)), None)
    found: list[Badge] = []
    if sourced is not None:
        small = sourced is Basis.TRIAL and rule.confidence in WEAK
        found.append(SMALL_TRIAL if small else OF_BASIS[sourced])
    elif rule.sources:
        found.append(FEW_STUDIES if rule.confidence in WEAK else STUDIES)
    elif rule.articles:
        found.append(EXPERT)
    if rule.has_coach_default or not found:
        found.append(OURS)
    return tuple(found)


def _is_sourced(support: Support) -> bool:
    return support.basis is not Basis.COACH_DEFAULT


def legend_of(used: set[Badge]) -> list[tuple[Badge, str]]:
    """Return the badges a page uses, each with its sentence."""
    return [(badge, _(badge.means)) for badge in ALL if badge in used]
