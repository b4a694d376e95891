"""Sources as a reader knows them: short names, links, and how far they were seen."""

import re

from runwright.domain.evidence import Source, Verification
from runwright.domain.words import N_, _

SEEN = {
    Verification.V1: N_("number seen in the abstract, full text or publisher page"),
    Verification.V2: N_("seen only on a secondary page"),
    Verification.ID: N_("paper identified, its number not re-read"),
    Verification.M: N_("from memory only"),
    Verification.ENG: N_("ours, no source"),
}
AUTHOR = re.compile(
    r"(?P<name>(?:(?:van|von|de|der|den) )*[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+){0,2})"
    r" [A-Z]{1,3}(?:-[A-Z]{1,2})?(?= et al| \(|$)"
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
YEAR_OF_ISSUE = re.compile(r"\b(?:19|20)\d\d(?=;)")
DOI = re.compile(r"10\.\d{4,9}/[^\s;()]+(?:\([^\s;()]*\)[^\s;()]*)*")
SHORT_AT_MOST = 70


def short_citation(source: Source) -> str:
    """Return ``Doma et al. 2019``; the beginning of the citation where it names no author."""
    authors, _stop, _rest = source.citation.partition(". ")
    names = [found["name"] for part in authors.split(",") if (found := AUTHOR.match(part.strip()))]
    years = YEAR_OF_ISSUE.findall(source.citation) or YEAR.findall(source.citation)
    year = f" {years[0]}" if years else ""
    if not names:
        whole = authors if len(authors) <= SHORT_AT_MOST else authors[:SHORT_AT_MOST].rstrip() + "…"
        return whole if not years or years[0] in whole else whole + year
    several = len(names) > 1 or "et al" in authors
    if len(names) == 2 and "et al" not in authors:  # noqa: PLR2004  # two authors are both named
        return _("{first} and {second}").format(first=names[0], second=names[1]) + year
    return (_("{first} et al.").format(first=names[0]) if several else names[0]) + year


def doi_link(source: Source) -> str:
    """Return the address of a source by its DOI; '' where none was seen."""
    if source.doi is None or "(memory)" in source.doi:
        return ""
    found = DOI.match(source.doi)
    return f"https://doi.org/{found[0]}" if found else ""


def seen(source: Source) -> str:
    """Return how far a source was seen, in words."""
    return _(SEEN[source.verification])
