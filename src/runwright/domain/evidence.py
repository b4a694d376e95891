"""Where statements come from: sources, the basis of a number, and rules as they are stated."""

import re
from dataclasses import dataclass
from enum import StrEnum
from string import Formatter


class Basis(StrEnum):
    """How a number is known, best first; COACH_DEFAULT is ours and said to be ours."""

    TRIAL = "trial"
    REVIEW = "review"
    GUIDELINE = "guideline"
    EXPERT = "expert"
    COACH_DEFAULT = "coach_default"


class Verification(StrEnum):
    """How far a source was seen: page, secondary page, identity, memory; ENG is ours."""

    V1 = "V1"
    V2 = "V2"
    ID = "ID"
    M = "M"
    ENG = "ENG"


class RuleKind(StrEnum):
    """What a rule does: forbid, prefer, open or close, move the state on, or inform."""

    HARD = "hard"
    SOFT = "soft"
    GATE = "gate"
    PROGRESSION = "progression"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """What a number or dose rests on.

    Attributes
    ----------
    sources, articles
        Source keys, and slugs of statements of the five articles.
    why
        Why this number, where nobody tested it; '' otherwise.
    """

    basis: Basis
    sources: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    why: str = ""


# `easy_share_low`, `one_rm_fraction`, and what has this unit: parts of 1, said as per cent.
SHARE_UNIT = "share"
SHARE_NAME = re.compile(r"(?:^|_)(?:share|fraction)(?:_|$)")

Value = int | float | str | bool | tuple["Value", ...] | dict[str, "Value"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A named number of a rule with its unit and support."""

    name: str
    value: Value
    unit: str
    support: Support

    @property
    def is_share(self) -> bool:
        """Whether it is a part of 1, by its unit or its name."""
        return self.unit == SHARE_UNIT or SHARE_NAME.search(self.name) is not None

    @property
    def spoken(self) -> str:
        """The value as a statement says it: shares as per cent, pairs as ``"8 to 12"``."""
        parts = self.value if isinstance(self.value, tuple) else (self.value,)
        numbers = [part for part in parts if isinstance(part, int | float)]
        if not self.is_share or len(numbers) < len(parts):
            return _spoken(self.value)
        return f"{' to '.join(f'{100 * number:g}' for number in numbers)} %"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleEntry:
    """A rule as the knowledge base states it; its meaning is one function in `rules`.

    Attributes
    ----------
    says
        The statement with ``{parameter}`` places.
    weight
        1 to 10 for preferences; None where it has none.
    relax_order
        The order in which hard rules may give way, 1 first; None is never.
    confidence
        A good evidence in runners, B trials or strong evidence elsewhere, C lab or
        consensus, D coach default.
    """

    id: str
    family: str
    says: str
    kind: RuleKind
    weight: int | None
    relax_order: int | None
    relax_note: str
    confidence: str
    parameters: tuple[Parameter, ...]
    why_it_matters: str
    evidence_note: str
    sources: tuple[str, ...]
    articles: tuple[str, ...]
    since: str

    @property
    def statement(self) -> str:
        """The statement with its numbers in place."""
        values = {parameter.name: parameter.spoken for parameter in self.parameters}
        return Formatter().vformat(self.says, (), values)

    @property
    def has_coach_default(self) -> bool:
        """Whether any of its numbers is ours."""
        return any(p.support.basis is Basis.COACH_DEFAULT for p in self.parameters)


def _spoken(value: Value) -> str:
    if isinstance(value, tuple):
        both_numbers = len(value) == 2 and all(isinstance(part, int | float) for part in value)  # noqa: PLR2004
        return (" to " if both_numbers else ", ").join(_spoken(part) for part in value)
    return f"{value:g}" if isinstance(value, float) else str(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A paper, guideline or page, and how far it was seen."""

    key: str
    verification: Verification
    citation: str
    doi: str | None
    page_seen: str
    finding: str
    population: str
    strength: str
    caveat: str | None
    section: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleStatement:
    """One programming rule or claim of an article, and what became of it."""

    slug: str
    article: str
    says: str
    type: str
    parameter: str
    encoded_in: tuple[str, ...]
    not_encoded_because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One of the five articles the product grew from."""

    id: str
    title: str
    author: str
    publisher: str
    date: str | None


class Tissue(StrEnum):
    """Kind of tissue a painful region is; rule G07 has a traffic light for each."""

    TENDON = "tendon"
    JOINT = "joint"
    BONE = "bone"
    MUSCLE = "muscle"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A region that can hurt."""

    id: str
    name: str
    tissue: Tissue
    where: str
    high_risk_bone_site: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Something the product may say, or may never say."""

    may: bool
    says: str
    sources: tuple[str, ...]
