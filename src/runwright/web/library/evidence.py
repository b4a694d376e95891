"""What things rest on, row by row: a badge, what was found or thought, and whose it is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import reverse

from runwright.domain.evidence import Article, Source, Support
from runwright.domain.exercise import Exercise
from runwright.domain.words import N_, _
from runwright.formats.plan_html.badges import EXPERT, OF_BASIS, OURS, Badge
from runwright.formats.plan_html.citation import seen, short_citation
from runwright.knowledge.library import Library

# How strong a source is by itself: the first letter of its grade.
STRENGTHS = {
    "A": Badge("trial", N_("strong"), N_("Many studies read together, or a large careful trial.")),
    "B": Badge("review", N_("fair"), N_("Good studies with limits: few people, or not runners.")),
    "C": Badge("small", N_("weak"), N_("Small, indirect or lab studies.")),
    "D": Badge("ours", N_("a hint"), N_("Clinic pages, models, opinions; or read from memory.")),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A name and the address it leads to; '' where it leads nowhere."""

    name: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing something rests on; what is quoted stays in English, as sources are."""

    badge: Badge
    says: str
    links: tuple[Link, ...]
    seen: str = ""
    is_quoted: bool = False


def strength_badge(source: Source) -> Badge:
    """Return how strong a source is; the weakest where its grade is not a letter."""
    return STRENGTHS.get(source.strength[:1], STRENGTHS["D"])


def source_link(source: Source) -> Link:
    """Return a source by its short name."""
    return Link(name=short_citation(source), address=reverse("library-source", args=[source.key]))


def source_rows(library: Library, keys: Iterable[str]) -> tuple[Row, ...]:
    """Return sources with what they found."""
    known = (library.sources[key] for key in dict.fromkeys(keys) if key in library.sources)
    return tuple(
        Row(
            badge=strength_badge(one),
            says=one.finding,
            links=(source_link(one),),
            seen=seen(one),
            is_quoted=True,
        )
        for one in known
    )


def support_row(library: Library, support: Support, says: str) -> Row:
    """Return what a number rests on: its badge, why it is so, and its sources and articles."""
    return Row(
        badge=basis_badge(support),
        says=" ".join(part for part in (says, _(support.why)) if part),
        links=(*source_links(library, support.sources), *article_links(library, support.articles)),
    )


def basis_badge(support: Support) -> Badge:
    """Return how a number is known."""
    return OF_BASIS.get(support.basis, OURS)


def source_links(library: Library, keys: Iterable[str]) -> tuple[Link, ...]:
    """Return sources by their short names; keys that the library lacks are left out."""
    return tuple(source_link(library.sources[key]) for key in keys if key in library.sources)


def article_links(library: Library, slugs: Iterable[str]) -> tuple[Link, ...]:
    """Return the articles of statements by their author, each once."""
    ids = dict.fromkeys(article_of(slug) for slug in slugs)
    return tuple(article_link(library, library.articles[one]) for one in ids)


def article_of(slug: str) -> str:
    """Return the id of the article a statement is from: ``S3`` of ``s3-plank``."""
    return slug.partition("-")[0].upper()


def article_link(library: Library, article: Article) -> Link:
    """Return an article by who published it, with the protocol that follows it."""
    name = article.publisher or article.author
    own = next((one for one in library.protocols.values() if one.article == article.id), None)
    address = "" if own is None else reverse("library-protocol", args=[own.id])
    return Link(name=name, address=address)


def exercise_rows(library: Library, one: Exercise) -> Iterator[Row]:
    """Return what an exercise and its dose rest on."""
    yield support_row(library, one.dose_support, _("The dose."))
    yield from source_rows(library, one.sources)
    articles = [library.articles[name] for name in one.articles]
    if articles:
        links = tuple(article_link(library, each) for each in articles)
        yield Row(badge=EXPERT, says=_("Practitioners use it:"), links=links)
