"""The words a runner file understands beside the ids of the knowledge base.

Rule for the next author: left stand plain words (small letters, one space, see `nearest.plain`).
An id of the knowledge base always means just itself.
"""

from runwright.domain.calendar import WEEKDAYS
from runwright.domain.run import RunKind
from runwright.domain.runner import Priority, Sex, Side, StrengthExperience
from runwright.formats.nearest import plain
from runwright.formats.run_words import kind_words
from runwright.formats.runner_toml.vocabulary import Vocabulary

GERMAN_WEEKDAYS = (
    *("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"),
)
YES = frozenset({"yes", "y", "true", "ja", "oui", "si"})
NO = frozenset({"no", "n", "false", "nein", "non"})
SEXES = {
    **dict.fromkeys(("woman", "female", "f", "w", "women", "girl", "frau", "weiblich"), Sex.WOMAN),
    **dict.fromkeys(("man", "male", "m", "men", "boy", "mann", "mannlich"), Sex.MAN),
    **dict.fromkeys(("unspecified", "other", "not told", "divers", ""), Sex.UNSPECIFIED),
}
SIDES: dict[str, Side | None] = {
    **dict.fromkeys(("left", "l", "links"), Side.LEFT),
    **dict.fromkeys(("right", "r", "rechts"), Side.RIGHT),
    **dict.fromkeys(("both", "middle", "both sides", "centre", "center")),
    **dict.fromkeys(("beide", "beidseits", "mitte")),
}
PRIORITIES = {priority.value.lower(): priority for priority in Priority}
STRENGTH = {
    **dict.fromkeys(("none", "never", "new", "no", "keine", "nie", "neu"), StrengthExperience.NONE),
    **dict.fromkeys(
        ("some", "on and off", "sometimes", "etwas", "ab und zu", "manchmal"),
        StrengthExperience.SOME,
    ),
    **dict.fromkeys(("regular", "regularly", "weekly", "regelmassig"), StrengthExperience.REGULAR),
}
RUN_KINDS: dict[str, RunKind] = {**kind_words(), **{kind.value: kind for kind in RunKind}}
WEEKDAY_WORDS = {
    **{name: number for number, name in enumerate(WEEKDAYS)},
    **{name[:3]: number for number, name in enumerate(WEEKDAYS)},
    **{name: number for number, name in enumerate(GERMAN_WEEKDAYS)},
    **{name[:2]: number for number, name in enumerate(GERMAN_WEEKDAYS)},
    "sonnabend": 5,
    "tues": 1,
    "thur": 3,
    "thurs": 3,
}

# Beside the words of the knowledge base; a word whose id is not there is not known.
_KIT_WORDS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("db", "a dumbbell", "one dumbbell", "1 dumbbell"), ("dumbbell",)),
    **dict.fromkeys(
        ("dumbbells", "dbs", "2 dumbbells", "pair of dumbbells", "2 db", "2 dbs"),
        ("two_dumbbells", "dumbbell"),
    ),
    **dict.fromkeys(("kb", "a kettlebell", "one kettlebell", "1 kettlebell"), ("kettlebell",)),
    **dict.fromkeys(
        ("kettlebells", "kbs", "2 kettlebells", "pair of kettlebells", "2 kb", "2 kbs"),
        ("two_kettlebells", "kettlebell"),
    ),
    **dict.fromkeys(("bands", "theraband", "thera band", "elastic band", "tube"), ("band",)),
    **dict.fromkeys(("mini bands", "loop bands", "resistance bands"), ("band",)),
    **dict.fromkeys(("squat stand", "half rack"), ("rack",)),
    **dict.fromkeys(("weight bench", "weights bench", "flat bench"), ("bench",)),
    **dict.fromkeys(("aerobic step", "a step", "doorstep"), ("step",)),
    **dict.fromkeys(("jump box", "crate"), ("box",)),
    **dict.fromkeys(("foam rollers", "roll", "blackroll"), ("roller",)),
    **dict.fromkeys(("exercise ball", "physio ball", "fit ball"), ("stability_ball",)),
    **dict.fromkeys(("gliders", "slide discs", "furniture sliders"), ("slider",)),
    **dict.fromkeys(("pullup bar", "chinup bar", "door bar"), ("pull_bar",)),
    **dict.fromkeys(("suspension trainer", "sling trainer"), ("suspension",)),
    **dict.fromkeys(("weight vest", "rucksack"), ("vest",)),
    **dict.fromkeys(("hamstring curl",), ("machine_leg_curl",)),
    **dict.fromkeys(("calf raise machine",), ("machine_calf",)),
    **dict.fromkeys(("lat machine",), ("machine_pulldown",)),
    **dict.fromkeys(("slant board",), ("wedge",)),
    **dict.fromkeys(("kurzhantel", "eine kurzhantel"), ("dumbbell",)),
    **dict.fromkeys(("kurzhanteln", "zwei kurzhanteln"), ("two_dumbbells", "dumbbell")),
    **dict.fromkeys(("zwei kettlebells",), ("two_kettlebells", "kettlebell")),
    **dict.fromkeys(("langhantel",), ("barbell",)),
    **dict.fromkeys(("gummiband", "widerstandsband", "fitnessband"), ("band",)),
    **dict.fromkeys(("hantelbank", "bank"), ("bench",)),
    **dict.fromkeys(("stufe", "treppe"), ("step",)),
    **dict.fromkeys(("kasten", "kiste"), ("box",)),
    **dict.fromkeys(("faszienrolle",), ("roller",)),
    **dict.fromkeys(("gymnastikball",), ("stability_ball",)),
    **dict.fromkeys(("klimmzugstange",), ("pull_bar",)),
    **dict.fromkeys(("schlingentrainer",), ("suspension",)),
    **dict.fromkeys(("gewichtsweste",), ("vest",)),
    **dict.fromkeys(("springseil",), ("rope",)),
    **dict.fromkeys(("nichts", "ohne gerate"), ()),
    **dict.fromkeys(("nothing", "none", "no kit", "bodyweight", "body weight"), ()),
}
_REGION_WORDS: dict[str, str] = {
    **dict.fromkeys(
        ("runner's knee", "runners knee", "kneecap", "knee cap", "front of knee"), "patellofemoral"
    ),
    **dict.fromkeys(("jumper's knee", "jumpers knee", "patella tendon"), "patellar_tendon"),
    **dict.fromkeys(
        ("mid achilles", "middle of the achilles", "achilles middle", "achilles mid portion"),
        "achilles_midportion",
    ),
    **dict.fromkeys(
        ("achilles at the heel", "achilles heel", "achilles insertion", "back of the heel"),
        "achilles_insertional",
    ),
    **dict.fromkeys(
        ("plantar fascia", "plantar fasciitis", "plantar fasciopathy", "under the heel"),
        "plantar_heel",
    ),
    **dict.fromkeys(("shins", "shin splints", "shinsplints"), "shin"),
    **dict.fromkeys(("lower back", "back", "lumbar"), "low_back"),
    **dict.fromkeys(("hamstrings", "back of the thigh"), "hamstring"),
    **dict.fromkeys(("sit bone", "high hamstring", "hamstring origin"), "proximal_hamstring"),
    **dict.fromkeys(("outer hip", "side of the hip", "gluteal tendons"), "gluteal_tendon"),
    **dict.fromkeys(("front of the hip", "hip flexor"), "hip_front"),
    **dict.fromkeys(("inner thigh", "adductor", "adductors"), "groin"),
    **dict.fromkeys(("big toe", "bunion"), "big_toe_joint"),
    **dict.fromkeys(("sprained ankle", "rolled ankle"), "ankle_sprain"),
    **dict.fromkeys(("lauferknie", "kniescheibe", "knie vorne"), "patellofemoral"),
    **dict.fromkeys(("patellasehne", "patellaspitze"), "patellar_tendon"),
    **dict.fromkeys(("achillessehne am fersenbein",), "achilles_insertional"),
    **dict.fromkeys(("plantarfaszie", "unter der ferse"), "plantar_heel"),
    **dict.fromkeys(("schienbein",), "shin"),
    **dict.fromkeys(("unterer rucken", "lendenwirbelsaule"), "low_back"),
    **dict.fromkeys(("hinterer oberschenkel",), "hamstring"),
    **dict.fromkeys(("sitzbein",), "proximal_hamstring"),
    **dict.fromkeys(("hufte aussen",), "gluteal_tendon"),
    **dict.fromkeys(("hufte vorne", "huftbeuger"), "hip_front"),
    **dict.fromkeys(("leiste", "adduktoren"), "groin"),
    **dict.fromkeys(("grosszehe", "grosse zehe"), "big_toe_joint"),
    **dict.fromkeys(("umgeknickt", "umgeknickter fuss"), "ankle_sprain"),
}
_SEVERAL_REGIONS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("achilles", "achilles tendon", "achillessehne"),
        ("achilles_midportion", "achilles_insertional"),
    ),
    **dict.fromkeys(("knee", "knie"), ("patellofemoral", "patellar_tendon", "knee_kneeling")),
    **dict.fromkeys(("hip", "hufte"), ("hip_joint", "hip_front", "gluteal_tendon")),
    **dict.fromkeys(("foot", "fuss"), ("plantar_heel", "arch", "big_toe_joint")),
    **dict.fromkeys(("heel", "ferse"), ("plantar_heel", "achilles_insertional")),
}


def kit_meanings(vocabulary: Vocabulary) -> dict[str, frozenset[str]]:
    """Return what each plain word for kit means in ids; what a thing implies comes with it."""
    ours = {word: frozenset(meant) & vocabulary.kit for word, meant in _KIT_WORDS.items()}
    known = {word: meant for word, meant in ours.items() if meant or not _KIT_WORDS[word]}
    ids = {plain(kit): frozenset({kit}) for kit in vocabulary.kit}
    return {**known, **ids, **vocabulary.kit_words}


def region_meanings(vocabulary: Vocabulary) -> dict[str, str]:
    """Return what each plain word for a painful region means in ids."""
    ids = vocabulary.pain_regions
    words = {word: region for word, region in _REGION_WORDS.items() if region in ids}
    return {**words, **vocabulary.region_words, **{plain(region): region for region in ids}}


def regions_meant(word: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the regions that a word such as "achilles" can mean; none where it means one."""
    known = _SEVERAL_REGIONS.get(plain(word), ())
    return tuple(region for region in known if region in vocabulary.pain_regions)
