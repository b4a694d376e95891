"""The words watches, apps and exports use for an activity, and what they mean for a runner."""

import re
from enum import StrEnum

from runwright.domain.words import N_, _


class Sport(StrEnum):
    """What kind of activity a recording is."""

    RUN = "run"
    WALK = "walk"
    RIDE = "ride"
    SWIM = "swim"
    STRENGTH = "strength"
    OTHER = "other"
    UNTOLD = "untold"


SAID = {
    Sport.WALK: N_("a walk"),
    Sport.RIDE: N_("a ride"),
    Sport.SWIM: N_("a swim"),
    Sport.STRENGTH: N_("a strength session"),
}

SAID_OF_SEVERAL = {
    Sport.WALK: N_("walks"),
    Sport.RIDE: N_("rides"),
    Sport.SWIM: N_("swims"),
    Sport.STRENGTH: N_("strength sessions"),
}

# Strava writes numbers into the type of its GPX files, and the apps that copy it do as well.
STRAVA_NUMBERS = {
    **dict.fromkeys(("9", "53"), Sport.RUN),
    **dict.fromkeys(("4", "10", "13"), Sport.WALK),
    **dict.fromkeys(("1", "17", "18", "19"), Sport.RIDE),
    "16": Sport.SWIM,
    **dict.fromkeys(("11", "26", "30"), Sport.STRENGTH),
}

# Looked for in this order: "trail running" is a run, "strength training" is not "training" alone.
WORDS = (
    (Sport.SWIM, frozenset({"swim", "swimming", "pool", "schwimmen", "natation", "natación"})),
    (
        Sport.RIDE,
        frozenset({
            *("ride", "riding", "cycling", "cycle", "bike", "biking", "bicycle", "ebike", "mtb"),
            *("velomobile", "radfahrt", "radfahren", "vélo", "ciclismo", "fietsrit", "bicicleta"),
        }),
    ),
    (
        Sport.RUN,
        frozenset({
            *("run", "running", "jog", "jogging", "treadmill", "ultrarun", "parkrun"),
            *("lauf", "laufen", "traillauf", "course", "carrera", "corrida", "corsa", "hardlopen"),
            *("løb", "løping", "løpetur", "löpning", "juoksu", "bieg", "běh", "ランニング", "跑步"),
        }),
    ),
    (
        Sport.WALK,
        frozenset({
            *("walk", "walking", "hike", "hiking", "trekking", "mountaineering", "snowshoe"),
            *("snowshoeing", "spaziergang", "gehen", "wandern", "wanderung", "marche"),
            *("randonnée", "caminata", "camminata", "wandelen", "caminhada"),
        }),
    ),
    (
        Sport.STRENGTH,
        frozenset({"strength", "weight", "weights", "crossfit", "krafttraining", "musculation"}),
    ),
)
NOT_RUNS_THOUGH_THEY_SAY_RUN = frozenset({"ski", "skiing", "roller", "inline", "sled"})
INDOOR_WORDS = frozenset({"treadmill", "indoor", "laufband", "virtual"})
UNTOLD_WORDS = frozenset({"", "generic", "uncategorized", "unknown", "invalid", "none", "all"})

CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
WORD = re.compile(r"[^\W\d_]+")


def sport_of(told: str) -> Sport:
    """Return the sport that `told` names: `running`, `TrailRun`, `9`, `E-Bike Ride`, `Lauf`."""
    bare = told.strip()
    if bare in STRAVA_NUMBERS:
        return STRAVA_NUMBERS[bare]
    if bare.lower() in UNTOLD_WORDS:
        return Sport.UNTOLD
    words = _words(bare)
    if words & NOT_RUNS_THOUGH_THEY_SAY_RUN:
        return Sport.OTHER
    return next((sport for sport, known in WORDS if words & known), Sport.OTHER)


def is_indoor(told: str) -> bool:
    """Whether the words say that it was done inside."""
    return bool(_words(told) & INDOOR_WORDS)


def said(sport: Sport) -> str:
    """Return the sport with its article, for a sentence: `a walk`; '' where there is no word."""
    return _(SAID[sport]) if sport in SAID else ""


def said_of_several(sport: Sport) -> str:
    """Return the sport for a list of counts: `rides`."""
    return _(SAID_OF_SEVERAL.get(sport, N_("other activities")))


def _words(told: str) -> frozenset[str]:
    return frozenset(word.lower() for word in WORD.findall(CAMEL.sub(" ", told)))
