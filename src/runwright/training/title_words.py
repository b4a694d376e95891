"""What the title of a run says about it, in the languages watches and people write titles in.

Rule for the next author: a word that names any run in some language stays out, however well it
fits in another: "carrera" and "corsa" are races and plain runs, "course" is a run in French, and
"marathon" is in the title of a year of training.
"""

import re
import unicodedata
from functools import cache

from runwright.domain.run import RunKind

# Small letters, no accents; `*` is any ending, a space is anything between two words.
RACE_WORDS = (
    *("race", "raceday", "parkrun", "park run", "time trial"),
    *("wettkampf*", "volkslauf", "stadtlauf", "competition", "competicion", "competicao"),
    *("gara", "wedstrijd", "tavling*", "konkurrence", "konkurranse", "kilpailu*", "kisa"),
    *("zawody", "wyscig", "zavod*", "verseny", "yarisi", "yaris"),
)
RACE_SIGNS = ("レース", "大会", "比赛", "대회")
# A race is spoken of here, but it is not this run.
NOT_THE_RACE = (
    *("pre race", "post race", "before race", "after race", "race week", "race prep"),
    *("race simulation", "vor dem wettkampf", "nach dem wettkampf", "pre gara", "post gara"),
)
QUALITY_WORDS = (
    *("interval*", "repeats", "reps", "repetitions", "fartlek", "tempo*", "threshold", "workout"),
    *("cruise", "speed*", "vo2*", "yasso*", "hill sprints", "track session", "race simulation"),
    *("race pace", "race effort", "marathon pace", "goal pace", "hmp", "progression run"),
    *("schwelle*", "renntempo", "wettkampftempo", "bahntraining", "bergsprint*", "tempolauf"),
    *("fractionne*", "seuil", "vma", "allure specifique", "allure marathon"),
    *("series", "cuestas", "umbral", "repeticiones", "ritmo de carrera", "cambios de ritmo"),
    *("ripetute", "ritmo gara", "soglia", "variazioni", "progressivo"),
    *("tiros", "limiar", "intervalado"),
    *("drempel*", "blokken", "troskel*", "backintervall*", "terskel*", "banelob", "vetoharjoitus"),
    *("interwal*", "podbieg*", "kostki"),
)
QUALITY_SIGNS = (
    "インターバル",
    "閾値",
    "ペース走",
    "ビルドアップ",
    "间歇",
    "節奏跑",
    "节奏跑",
    "인터벌",
)
EASY_WORDS = (
    *("easy", "recovery", "shakeout", "shake out", "jog", "jogging", "gentle", "relaxed"),
    *("locker*", "ruhig*", "regeneration*", "regenerativ*", "auslaufen", "erholung*"),
    *("footing", "recup*", "endurance fondamentale", "facile", "rodaje", "suave", "regenerativo"),
    *("lento", "rigenerante", "leve", "recuperacao", "recuperacion", "recupero"),
    *("rustig*", "herstel*", "lugn*", "rolig*", "palauttava", "spokojn*", "regeneracyjn*"),
)
EASY_SIGNS = ("ジョグ", "回復", "轻松跑", "恢复跑", "회복")
LONG_WORDS = (
    *("long run", "long slow", "longrun", "lsd", "long", "long one"),
    *("langer lauf", "langer dauerlauf", "lange lauf", "longjog", "sortie longue", "tirada larga"),
    *("tirada", "lungo", "lunghissimo", "longao", "longo", "lange duurloop", "langpass", "langtur"),
    *("pitka", "pitkis", "pitka lenkki", "dlugie wybieganie", "wybieganie"),
)
LONG_SIGNS = ("ロング走", "長距離走", "长距离", "장거리")

# 5 x 1000 m, 10×400, 3x(4x200): somebody counted repetitions.
COUNTED_REPETITIONS = re.compile(r"(?<!\d)\d{1,2}\s*[x×*]\s*\(?\d")
WORDS = re.compile(r"[^\W_]+")
STROKED = str.maketrans("łøđ", "lod")  # letters Unicode does not take apart


def kind_from_title(title: str) -> RunKind | None:
    """Kind of run the title names; None where it names none, or contradicts itself."""
    plain = _plain(title)
    hard = _says(plain, QUALITY_WORDS, QUALITY_SIGNS) or bool(COUNTED_REPETITIONS.search(plain))
    race = _says(plain, RACE_WORDS, RACE_SIGNS) and not _says(plain, NOT_THE_RACE, ())
    race = race and not hard
    easy = _says(plain, EASY_WORDS, EASY_SIGNS)
    if easy and (hard or race):
        return None
    if hard:
        return RunKind.QUALITY
    if race:
        return RunKind.RACE
    if _says(plain, LONG_WORDS, LONG_SIGNS):
        return RunKind.LONG
    return RunKind.EASY if easy else None


def _plain(title: str) -> str:
    """`title` in small letters, without accents on Latin letters."""
    letters = unicodedata.normalize("NFKC", title).casefold()
    apart = unicodedata.normalize("NFD", letters)
    latin_only = re.sub(r"(?<=[a-z])[\u0300-\u036f]+", "", apart)
    return unicodedata.normalize("NFC", latin_only).translate(STROKED)


def _says(plain: str, words: tuple[str, ...], signs: tuple[str, ...]) -> bool:
    """Whether one of the words stands in the title as a word, or a sign anywhere in it."""
    if any(sign in plain for sign in signs):
        return True
    text = " ".join(WORDS.findall(plain))
    return bool(_pattern(words).search(text))


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Pattern that finds any of the words."""
    any_word = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words)
    return re.compile(rf"(?<!\w)(?:{any_word})(?!\w)")
