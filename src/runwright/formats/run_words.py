"""What a title says about a run, in the words of several languages.

Rule for the next author: words are plain (small letters, no accents, see `nearest.plain`); a star
stands for any letters, so that "intervall*" also finds "Intervalltraining".
"""

import re
from dataclasses import dataclass
from functools import cache

from runwright.domain.run import RunKind
from runwright.formats.nearest import plain

TITLE_AT_MOST = 400  # a title says it early; keeps hostile text cheap to search

# A pace named after a race, or strides beside an easy run, do not make a race of it.
RACE_PACES = (
    "(race|marathon|goal|target|5k|10k|5 km|10 km)s? (pace|effort)",
    "(wettkampf|renn|marathon|halbmarathon)(tempo|pace)",
    "(allure|ritmo|ritme) (de |di |da )?(course|marathon|semi|carrera|gara|competicion|prova)",
    "(ritmo|ritme) (de |di |da )?(maraton|maratona|media)",
)
NOT_A_RACE = (
    r"(half )?(marathon|race|5k|10k|ultra)s? (training|prep\w*|plan|block|build|week|specific)\b"
)
STRIDES = (
    r"(\d+ ?x ?)?(\d+ ?(m|s|sec|sek) )?(strides|steigerung\w*|lignes droites|allunghi|"
    r"progresivos|stegringslopp|przebiezki)"
)
REPEATS = r"\d+ ?[x×*] ?\(?\d+"  # 6 x 800, 5x3 min

WORDS: dict[RunKind, tuple[str, ...]] = {
    RunKind.RACE: (
        *("race", "race day", "parkrun", "competition", "half marathon", "marathon", "ultra"),
        *("wettkampf", "wettrennen", "volkslauf", "halbmarathon", "rennen"),
        *("competition", "semi marathon", "semi", "course officielle", "trail officiel"),
        *("competicion", "carrera popular", "media maraton", "maraton"),
        *("gara", "maratona", "mezza maratona", "prova", "competicao", "meia maratona"),
        *("wedstrijd", "halve marathon", "tavling", "konkurranse", "stevne", "zawody"),
        *("レース", "大会", "比赛"),
    ),
    RunKind.LONG: (
        *("long", "long run", "longrun", "lsd", "long slow distance"),
        *("langer", "langen", "lang", "langer lauf", "longjog"),
        *("longue", "sortie longue", "tirada larga", "tirada", "largo", "rodaje largo"),
        *("lungo", "lunghissimo", "longo", "longao", "lange", "lange duurloop"),
        *("langpass", "langtur", "langtur", "dlugie", "dlugi", "wybieganie"),
        *("ロング走", "ロング", "距離走", "lsd走", "长距离"),
    ),
    RunKind.QUALITY: (
        *("quality", "workout", "speed", "speedwork", "interval*", "repeats", "reps", "tempo*"),
        *("threshold", "cruise", "fartlek*", "hills", "hill *", "hill", "vo2*", "track", "sprint*"),
        *("time trial", "progression", "progressive", "lactate"),
        *("schwelle*", "fahrtspiel", "hugel*", "bahn", "bahntraining", "berglauf*", "bergsprint*"),
        *("wiederholung*", "steigerungslauf", "td", "tdl"),
        *("seuil", "fractionne*", "vma", "cotes", "piste", "allure"),
        *("series", "umbral", "cambios de ritmo", "cuestas", "ritmo", "pista"),
        *("ripetute", "soglia", "salite", "variazioni", "progressivo"),
        *("tiros", "limiar", "subidas", "intervalado", "drempel*", "heuvel*"),
        *("troskel*", "backe", "backintervall*", "terskel*", "bakke*", "podbiegi", "interwal*"),
        *("インターバル", "テンポ", "ビルドアップ", "閾値", "ペース走", "间歇", "节奏"),
    ),
    RunKind.WALK: (
        *("walk", "walking", "hike", "hiking", "wandern", "wanderung", "spaziergang", "gehen"),
        *("marche", "randonnee", "rando", "caminata", "caminar", "camminata", "caminhada"),
        *("wandelen", "wandeling", "promenad", "spacer"),
    ),
    RunKind.EASY: (
        *("easy", "recovery", "jog", "jogging", "shakeout", "shake out", "aerobic", "base"),
        *("steady", "run walk", "walk run", "couch to 5k", "c25k"),
        *("locker*", "regeneration*", "regenerativ*", "ruhig*", "grundlage*", "ga1", "dauerlauf"),
        *("footing", "recuperation", "recup", "endurance fondamentale", "ef", "facile"),
        *("suave", "rodaje", "regenerativo", "trote", "trotar"),
        *("lento", "rigenerante", "leve", "solto", "regenerativa"),
        *("rustig*", "herstel*", "duurloop", "lugn*", "distans", "rolig*", "latwy", "spokojn*"),
        *("ジョグ", "ジョギング", "慢跑", "轻松"),
    ),
}
# Enough to call an event of a mixed calendar a run.
RUN_WORDS = (
    *("run", "runs", "running", "jog", "jogging", "parkrun", "trail run", "longrun", "treadmill"),
    *("lauf", "laufe", "laufen", "*lauf", "lauftraining", "joggen", "laufband"),
    *("course a pied", "footing", "sortie longue", "courir"),
    *("correr", "rodaje", "tirada larga", "trote", "trotar", "carrera continua"),
    *("corsa", "corsetta", "correre", "corrida", "hardloop*", "hardlopen", "duurloop", "*duurloop"),
    *("lopning", "lopa", "loping", "lopetur", "lopepass", "langpass", "bieg", "bieganie"),
    *("wybieganie", "ランニング", "ジョグ", "ジョギング", "跑步", "慢跑", "マラソン"),
)
# Words of a kind that nobody writes in a calendar but for running.
TELLING_WORDS = (
    *("fartlek*", "fahrtspiel", "interval*", "tempolauf*", "parkrun", "half marathon", "marathon"),
    *("halbmarathon", "semi marathon", "media maraton", "mezza maratona", "meia maratona"),
    *("fractionne*", "vma", "ripetute", "intervalltraining", "bahntraining", "sortie longue"),
    *("インターバル", "マラソン", "ビルドアップ", "ペース走", "lsd", "c25k", "couch to 5k"),
)
# Words of a kind that mean something else when they stand alone (a train, a wave, a test).
TOO_SHORT_ALONE = (
    *("bahn", "base", "series", "allure", "prova", "lang", "long", "longue", "lange", "largo"),
    *("piste", "pista", "backe", "td", "ef", "race", "track", "walk", "walking", "gehen", "marche"),
    *("competition", "workout", "speed", "pause", "rennen", "promenad", "spacer", "steady"),
)
# Beside a race's name these say that the event is about it, not it.
ERRANDS = (
    *("plan", "planning", "meeting", "call", "review", "registration", "register", "sign up"),
    *("expo", "kick off", "kickoff", "bib", "pick up", "pickup", "packet", "webinar", "podcast"),
    *("hotel", "flight", "travel*", "dinner", "deadline", "volunteer*", "watch", "budget"),
    *("anmeldung", "startnummer*", "anreise", "reunion", "inscription", "dossard", "dorsal"),
)
OTHER_TRAINING = (
    *("strength", "gym", "weights", "lifting", "yoga", "pilates", "stretch*", "mobility", "core"),
    *("swim*", "bike", "biking", "cycl*", "ride", "spin*", "row", "rowing", "elliptical", "ski*"),
    *("cross training", "xt", "hiit", "physio*", "massage", "foam roll*", "warm up routine"),
    *("kraft*", "schwimm*", "rad", "radfahren", "velo", "rudern", "dehnen", "mobilitat"),
    *("musculation", "renfo*", "natation", "ppg", "fuerza", "gimnasio", "natacion", "bici*"),
    *("forza", "palestra", "nuoto", "forca", "academia", "natacao", "kracht*", "zwemmen"),
    *("fietsen", "styrk*", "silownia", "sila", "rower", "筋トレ", "スイム", "バイク", "力量"),
)
REST_WORDS = (
    *("rest", "rest day", "day off", "off", "off day", "no run", "no running"),
    *("ruhetag", "ruhe", "pause", "pausentag", "frei", "repos", "jour de repos"),
    *("descanso", "dia de descanso", "riposo", "giorno di riposo", "folga"),
    *("rust", "rustdag", "vila", "vilodag", "hvile", "hviledag", "odpoczynek", "wolne"),
    *("休養", "休み", "オフ", "休息"),
)


@dataclass(frozen=True, slots=True)
class RunGuess:
    """What a title says: is it a run at all, and of which kind.

    Attributes
    ----------
    is_run
        None where the words do not tell.
    kind
        None where the words do not tell.
    """

    is_run: bool | None
    kind: RunKind | None = None


def kind_words() -> dict[str, RunKind]:
    """Return every plain word that names a kind of run by itself, with its kind."""
    return {
        form: kind
        for kind, words in WORDS.items()
        for word in words
        for form in ((word[:-1], f"{word[:-1]}s") if word.endswith("*") else (word,))
        if "*" not in form and form.isascii()
    }


def guess_run(title: str) -> RunGuess:
    """Return what a title says of the run: "6 x 800 m" is quality, "Ruhetag" no run at all."""
    words = plain(title[:TITLE_AT_MOST])
    if _says_rest(words):
        return RunGuess(is_run=False)
    kind = _kind(words)
    if _has(words, RUN_WORDS):
        return RunGuess(is_run=True, kind=kind)
    if _has(words, OTHER_TRAINING):
        return RunGuess(is_run=False)
    if _has(words, ERRANDS):
        return RunGuess(is_run=None)
    return RunGuess(is_run=True if _tells_a_run(words, kind) else None, kind=kind)


def _tells_a_run(words: str, kind: RunKind | None) -> bool:
    """Whether words without any word for running still mean a run: "Tempo 6 km", "Hill repeats"."""
    if kind is None:
        return False
    measured = _has_distance(words) or re.search(REPEATS, words) is not None
    return measured or _has(words, TELLING_WORDS) or _is_only_a_kind(words)


def _is_only_a_kind(words: str) -> bool:
    if re.sub(r"[^a-z]+", " ", words).strip() in TOO_SHORT_ALONE:
        return False
    rest = words
    for kind in RunKind:
        rest = _pattern(WORDS[kind]).sub(" ", rest)
    return re.search(r"[^\W\d_]", rest) is None


def _says_rest(words: str) -> bool:
    bare = re.sub(r"[^\w ]", " ", words).strip()
    first = re.split(r"[^\w ]| or ", words, maxsplit=1)[0].strip()
    rests = _plain_rest_words()
    return bare in rests or first in rests


@cache
def _plain_rest_words() -> frozenset[str]:
    return frozenset(plain(word) for word in REST_WORDS)


def _kind(words: str) -> RunKind | None:
    if re.search(r"\b(run ?[/ ] ?walk|walk ?[/ ] ?run)\b", words):
        return RunKind.EASY
    named = re.sub(f"{STRIDES}|{NOT_A_RACE}", " ", words)
    rest, paces = re.subn("|".join(RACE_PACES), " ", named)
    for kind in (RunKind.RACE, RunKind.LONG):
        if _has(rest, WORDS[kind]):
            return kind
    if paces > 0 or _has(rest, WORDS[RunKind.QUALITY]) or re.search(REPEATS, rest):
        return RunKind.QUALITY
    for kind in (RunKind.EASY, RunKind.WALK):
        if _has(rest, WORDS[kind]):
            return kind
    return None


def _has_distance(words: str) -> bool:
    return re.search(r"\d\s?(km|k|mi|miles?)\b", words) is not None


def _has(words: str, known: tuple[str, ...]) -> bool:
    return _pattern(known).search(words) is not None


@cache
def _pattern(known: tuple[str, ...]) -> re.Pattern[str]:
    latin = (re.escape(word).replace(r"\*", r"\w*") for word in known if word.isascii())
    other = (re.escape(plain(word)) for word in known if not word.isascii())  # written unspaced
    return re.compile("|".join((rf"\b(?:{'|'.join(latin)})\b", *other)))
