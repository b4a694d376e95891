"""What a number rests on, in words: trial, review, guideline, expert, or ours."""

from runwright.domain.evidence import Basis, Support
from runwright.domain.words import N_, _
from runwright.formats.library_words.kit import kit_inside
from runwright.formats.plan_words.dates import and_list
from runwright.knowledge.library import Library

BASES = {
    Basis.TRIAL: N_("trial"),
    Basis.REVIEW: N_("review"),
    Basis.GUIDELINE: N_("guideline"),
    Basis.EXPERT: N_("expert"),
    Basis.COACH_DEFAULT: N_("coach default"),
}
CONFIDENCE = {
    "A": N_("good evidence in runners"),
    "B": N_("trials, or strong evidence elsewhere"),
    "C": N_("lab work or consensus"),
    "D": N_("a coach's default"),
}


def support_words(support: Support) -> str:
    """Return ``review (behm2016, kay2012)``, or why a number is ours."""
    words = _(BASES[support.basis])
    named = [*support.sources, *support.articles]
    if named:
        words += f" ({', '.join(named)})"
    return f"{words}: {_(support.why)}" if support.why else words


def kit_words(library: Library, kit: frozenset[str]) -> str:
    """Return the names of kit that is needed together."""
    names = [kit_inside(library, one) for one in sorted(kit)]
    return and_list(names) or _("nothing")
