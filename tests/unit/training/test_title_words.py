import pytest

from runwright.domain.run import RunKind
from runwright.training.title_words import kind_from_title


@pytest.mark.parametrize(
    "title",
    [
        "6 x 800 m",
        "10×400",
        "3x(4x200)",
        "Intervals",
        "Tempo run",
        "Track session",
        "Hill repeats",
        "VO2max",
        "10 km at race pace",
        "Intervalltraining",
        "Tempolauf",
        "Schwellenlauf",
        "Séance VMA",
        "Fractionné 30/30",
        "Seuil 3x10 min",
        "Series 400",
        "Cambios de ritmo",
        "Ripetute in pista",
        "Soglia",
        "Limiar",
        "Tröskelpass",
        "Drempelduurloop",
        "Interwały",
        "インターバル走",
        "閾値走",
        "间歇跑",
    ],
)
def test_titles_of_quality_runs_are_understood(title):
    assert kind_from_title(title) is RunKind.QUALITY


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Parkrun #200", RunKind.RACE),
        ("Volkslauf Ulm", RunKind.RACE),
        ("City Race 2026", RunKind.RACE),
        ("Wettkampf", RunKind.RACE),
        ("Gara della Notte", RunKind.RACE),
        ("レース", RunKind.RACE),
        ("Long run", RunKind.LONG),
        ("Langer Lauf", RunKind.LONG),
        ("Sortie longue", RunKind.LONG),
        ("Långpass", RunKind.LONG),
        ("ロング走 25 km", RunKind.LONG),
        ("Easy", RunKind.EASY),
        ("Lockerer Dauerlauf", RunKind.EASY),
        ("Footing récup", RunKind.EASY),
        ("Pre race shakeout", RunKind.EASY),
        ("ジョグ", RunKind.EASY),
    ],
)
def test_titles_of_other_kinds_are_understood(title, kind):
    assert kind_from_title(title) is kind


@pytest.mark.parametrize(
    "title",
    [
        "",
        "Morning Run",
        "Lauf am Abend",
        "Carrera de mañana",
        "Corsa mattutina",
        "Course à pied le midi",
        "Corrida matinal",
        "Berlin marathon training",
        "Lunch Run",
        "Race week",
        "Beverly Hills",
    ],
)
def test_a_plain_run_is_not_made_into_something_it_is_not(title):
    assert kind_from_title(title) is None


def test_a_title_that_contradicts_itself_says_nothing():
    assert kind_from_title("Easy run + 6x100 strides") is None


def test_a_long_run_with_a_hard_part_counts_as_hard():
    assert kind_from_title("Long run with tempo finish") is RunKind.QUALITY
