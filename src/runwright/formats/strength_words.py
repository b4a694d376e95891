"""What a calendar title says about strength work, in the words of several languages.

Rule for the next author: words are plain (small letters, no accents, see `nearest.plain`); a star
stands for any letters, so that "kraft*" also finds "Krafttraining".
"""

import re
from dataclasses import dataclass
from functools import cache

from runwright.domain.session import SessionKind
from runwright.formats.nearest import plain

TITLE_AT_MOST = 400  # a title says it early; keeps hostile text cheap to search

STRENGTH = (
    *("strength", "s&c", "gym", "weights", "weight training", "weightlifting", "lifting", "lift"),
    *("resistance training", "full body", "total body", "crossfit", "hyrox", "kettlebell*"),
    *("kraft*", "krafttraining", "stabi*", "gewichte", "fitnessstudio", "ganzkorper*", "athletik*"),
    *("musculation", "muscu", "renfo*", "renforcement*", "salle", "salle de sport", "ppg"),
    *("fuerza", "gimnasio", "pesas", "gym", "musculacion", "forza", "palestra", "pesi"),
    *("forca", "academia", "musculacao", "kracht*", "krachttraining", "sportschool", "fitness"),
    *(
        "styrke*",
        "styrka*",
        "styrketrening",
        "styrketraning",
        "vekter",
        "silownia",
        "silowy",
        "sila",
    ),
    *("筋トレ", "ジム", "力量", "健身"),
)
LEGS = (
    *("heavy", "legs", "leg day", "leg strength", "lower body", "squat*", "deadlift*", "lunge*"),
    *("leg press", "hip thrust*", "rdl", "rdls", "calf raise*", "posterior chain", "heavy legs"),
    *("beine", "beintraining", "kniebeuge*", "kreuzheben", "unterkorper", "schwer*", "wadenheben"),
    *("jambes", "bas du corps", "souleve de terre", "lourd*", "mollets"),
    *("piernas", "sentadilla*", "peso muerto", "tren inferior", "pesado", "gambe", "stacco"),
    *("stacchi", "pesante", "pernas", "agachamento*", "benen", "onderlichaam"),
    *("kneboy", "kneboj", "knaboj", "markloft", "nogi", "przysiad*", "martwy ciag", "スクワット"),
)
JUMPS = (
    *("plyo*", "jump", "jumps", "jumping", "hop", "hops", "hopping", "bound", "bounds", "bounding"),
    *("pogo", "pogos", "box jump*", "skipping rope", "jump rope", "explosive*", "reactive"),
    *(
        "sprung*",
        "sprunge",
        "sprungkraft",
        "plyometrie",
        "bondissement*",
        "sauts",
        "corde a sauter",
    ),
    *("saltos", "pliometri*", "multisaltos", "balzi", "salti", "spronkracht", "springen", "hopp*"),
    *("spenst", "spenst*", "skoki", "plajometria", "ジャンプ", "プライオ*"),
)
LIGHT = (
    *("light", "easy strength", "activation", "prehab", "rehab", "core", "abs", "upper body"),
    *("arms", "glute activation", "band work", "bands", "pilates", "hips and core", "hip and core"),
    *("leicht*", "rumpf*", "core training", "oberkorper", "aktivierung", "stabi*", "bauch*"),
    *("gainage", "haut du corps", "leger", "abdos", "ligero", "abdominales", "tren superior"),
    *("leggero", "addominali", "leve", "licht", "rompstabiliteit", "bovenlichaam", "lett", "latt"),
    *("mage", "balance", "brzuch", "lekki*", "体幹", "コア"),
)
SHORT = ("short", "quick", "express", "mini", "maintenance", "kurz*", "court", "corto", "kort")
FOUNDATION = (
    *("foundation*", "basics", "technique", "learn*", "intro", "beginner*", "grundlagen*"),
    *("technik", "bases", "tecnica", "base", "grunn*", "podstawy"),
)
MOBILITY = (
    *("mobility", "mobilise", "mobilize", "stretch*", "yoga", "foam roll*", "flexibility"),
    *("warm up", "warmup", "cool down", "mobilitat*", "dehnen", "dehn*", "faszien*", "aufwarmen"),
    *("mobilite", "etirement*", "souplesse", "movilidad", "estiramiento*", "mobilita"),
    *("alongamento*", "mobilidade", "mobiliteit", "rekken", "toyning", "rorlighet", "bevegelighet"),
    *("rozciaganie", "ストレッチ", "ヨガ", "拉伸"),
)
# Beside a word of strength these say that the event is about it, not it.
ERRANDS = (
    *("membership", "bag", "shopping", "buy", "order", "invoice", "meeting", "call", "closed"),
    *("cancelled", "canceled", "cancel", "appointment", "pick up", "gym opening", "subscription"),
    *("geschlossen", "mitgliedschaft", "kundigung", "abonnement", "reunion", "ferme"),
)


@dataclass(frozen=True, slots=True)
class StrengthGuess:
    """What a title says of strength work.

    Attributes
    ----------
    kind
        None for mobility, stretching and warm-ups.
    is_told
        Whether the words name the kind; False where the strict reading was taken.
    """

    kind: SessionKind | None
    is_told: bool = True


def guess_strength(title: str) -> StrengthGuess | None:
    """Return what a title says of strength work; None where it says nothing.

    "Gym" alone is taken as a heavy leg session: the strict reading, since nothing says otherwise.
    """
    words = plain(title[:TITLE_AT_MOST])
    if _has(words, ERRANDS):
        return None
    legs, general = _has(words, LEGS), _has(words, STRENGTH)
    if _has(words, JUMPS):
        return StrengthGuess(SessionKind.HEAVY_JUMPS if legs or general else SessionKind.JUMPS)
    if _has(words, LIGHT) and not legs:
        return StrengthGuess(SessionKind.LIGHT)
    if legs or general:
        return _of_legs(words, legs=legs)
    return StrengthGuess(None) if _has(words, MOBILITY) else None


def _of_legs(words: str, *, legs: bool) -> StrengthGuess:
    if _has(words, FOUNDATION):
        return StrengthGuess(SessionKind.FOUNDATION)
    if _has(words, SHORT):
        return StrengthGuess(SessionKind.SHORT)
    return StrengthGuess(SessionKind.HEAVY, is_told=legs)


def _has(words: str, known: tuple[str, ...]) -> bool:
    return _pattern(known).search(words) is not None


@cache
def _pattern(known: tuple[str, ...]) -> re.Pattern[str]:
    latin = {re.escape(plain(word)).replace(r"\*", r"\w*") for word in known if word.isascii()}
    other = {re.escape(plain(word).rstrip("*")) for word in known if not word.isascii()}
    both = (rf"(?<!\w)(?:{'|'.join(sorted(latin))})(?!\w)", *sorted(other))
    return re.compile("|".join(part for part in both if part))
