"""Addresses in the app for what the page of a plan has at an anchor of its own."""

from collections.abc import Callable, Mapping

from django.urls import reverse

from runwright.knowledge.library import Library, load_library

# What an anchor begins with: the page of such a thing, and the things that have one.
PAGES: Mapping[str, tuple[str, Callable[[Library], Mapping[str, object]]]] = {
    "ex-": ("library-exercise", lambda library: library.exercises),
    "rule-": ("library-rule", lambda library: library.rules),
    "source-": ("library-source", lambda library: library.sources),
}


def page_address(anchor: str) -> str:
    """Return the address of what an anchor names; '' where no page of the app has it."""
    for start, (page, entries_of) in PAGES.items():
        name = anchor.removeprefix(start)
        if anchor.startswith(start) and name in entries_of(load_library()):
            return reverse(page, args=[name])
    return ""
