"""The fixed words of the page; the templates hold none, so that one place is translated."""

from types import SimpleNamespace

from runwright.domain.words import _
from runwright.formats.plan_words.standing import nobody_signed


def labels() -> SimpleNamespace:
    """Return every fixed word in the chosen language."""
    return SimpleNamespace(**_page(), **_session(), **_back())


def _page() -> dict[str, str]:
    return {
        "language": _("en"),  # the code of the language itself, for the page's lang attribute
        "skip": _("Skip to content"),
        "on_this_page": _("On this page"),
        "season": _("Season"),
        "this_week": _("This week"),
        "weeks": _("Weeks"),
        "exercises": _("Exercises"),
        "sources": _("Sources"),
        "first": _("What to know first"),
        "opens_when": _("Opens when:"),
        "urgent": _("See someone now."),
        "nobody_signed": nobody_signed(),
        "could_not": _("Asked for, and not possible:"),
        "more": _("More"),
        "ways_out": _("What would make it possible:"),
        "what_gave_way": _("What gave way"),
        "rests_on": _("What this plan rests on"),
        "as_table": _("The season as a table"),
        "week": _("Week"),
        "dates": _("Dates"),
        "phase": _("Phase"),
        "asks": _("What it asks"),
        "done_weeks": _("Weeks behind you"),
        "shaded": _("Shaded times are the ones you gave us."),
        "rest_day": _("nothing planned"),
    }


def _session() -> dict[str, str]:
    return {
        "warm_up": _("Warm up"),
        "ramp": _("Ramp up, shares of the load:"),
        "how": _("How"),
        "move": _("Show it moving"),
        "stop": _("Show it still"),
        "fault": _("Common fault:"),
        "fix": _("Fix:"),
        "feel": _("You feel it in:"),
        "versions": _("Shorter or longer"),
        "same": _("This is the session as it stands above."),
        "why_here": _("Why here"),
        "small_work": _("Warm-ups, mobility and small work"),
        "place_costs": _("What its places cost"),
        "no_cost": _("Every session sits where no rule would rather not have it."),
        "needs_kit": _("Needs:"),
    }


def _back() -> dict[str, str]:
    return {
        "screen": _("What your screen says"),
        "changed": _("What it changed"),
        "room_for": _("More room for:"),
        "bars": _("Bars show the test's own error, the line what is typical."),
        "sure": _("How sure are we"),
        "rules": _("Rules that spoke"),
        "sources_note": _(
            "Only what this plan rests on. The code says how far we saw the number ourselves."
        ),
        "studied": _("Studied:"),
        "found": _("Found:"),
        "mind": _("Mind:"),
        "made_with": _("Made with"),
        "no_score": _("Runwright gives no injury-risk score: nobody can compute one for you."),
    }
