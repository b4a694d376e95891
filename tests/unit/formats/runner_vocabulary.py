"""A small vocabulary for tests of runner files, in the ids of the knowledge base."""

from datetime import date

from runwright.formats.runner_toml import Vocabulary

TODAY = date(2026, 11, 20)
TWO_DUMBBELLS = frozenset({"two_dumbbells", "dumbbell"})
VOCABULARY = Vocabulary(
    kit=frozenset({
        *("chair", "wall", "step", "box", "bench", "band", "roller", "gym"),
        *("dumbbell", "two_dumbbells", "kettlebell", "two_kettlebells", "barbell"),
    }),
    pain_regions=frozenset({
        *("achilles_midportion", "achilles_insertional", "patellofemoral", "plantar_heel"),
        *("low_back", "bone_front_shin"),
    }),
    home_tests=frozenset({"knee_to_wall", "side_plank", "prone_plank", "single_leg_heel_raise"}),
    safety_questions=frozenset({
        "chest_pain_effort",
        "fainting_effort",
        "pregnancy_exercise_fine",
        "red_flag_cleared",
    }),
    protocols=frozenset({"runwright", "rebound", "med-gym"}),
    weighted=frozenset({
        *("dumbbell", "two_dumbbells", "kettlebell", "two_kettlebells", "barbell"),
    }),
    kit_words={
        "two dumbbells": TWO_DUMBBELLS,
        "dumbbells": TWO_DUMBBELLS,
        "two kettlebells": frozenset({"two_kettlebells", "kettlebell"}),
        "gym": frozenset({"gym", "bench", "box", *TWO_DUMBBELLS}),
    },
    region_words={"front of the knee": "patellofemoral"},
    two_sided_tests=frozenset({"knee_to_wall", "side_plank", "single_leg_heel_raise"}),
    no_to_all=frozenset({"chest_pain_effort", "fainting_effort"}),
)
