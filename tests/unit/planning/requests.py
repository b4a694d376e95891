"""Crafted requests that each press on a few rules, told as in tests/cases/plans.yaml."""

from typing import Any

EVENINGS = dict.fromkeys(
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"), 45
)
HARD_WEEK = [
    "tuesday quality 07:00 60 min",
    "thursday easy 07:00 45 min",
    "sunday long 09:00 100 min",
]

REQUESTS: dict[str, dict[str, Any]] = {
    "three hard sessions beside two hard runs": {
        "runner": {"sessions_per_week": 3},
        "days": EVENINGS,
        "runs": HARD_WEEK,
        "trained": 8,
        "weeks": 6,
    },
    "runs late in the evening, lifting right before or after": {
        "days": EVENINGS,
        "hours": dict.fromkeys(EVENINGS, "17:00-19:00"),
        "runs": [
            "tuesday easy 16:00 45 min",
            "thursday easy 19:00 45 min",
            "friday easy 16:00 45 min",
        ],
        "trained": 8,
        "weeks": 4,
    },
    "a new programme, an evening two nights before the fast run or one after the long run": {
        "runner": {"strength": "some", "sessions_per_week": 1},
        "days": {"tuesday": 45, "sunday": 45},
        "hours": {"sunday": "14:00-16:00"},
        "runs": [
            "tuesday easy 07:00 40 min",
            "thursday quality 07:00 60 min",
            "sunday long 09:00 100 min",
        ],
        "weeks": 4,
    },
    "a new programme, one free evening, and the long run the next morning": {
        "runner": {"strength": "some", "sessions_per_week": 1},
        "days": {"saturday": 45},
        "runs": ["sunday long 08:00 120 min"],
        "weeks": 4,
    },
    "jumps wanted, a few minutes on two days in a row": {
        "days": {"monday": 10, "tuesday": 10},
        "runs": ["saturday easy 09:00 60 min"],
        "trained": 12,
        "weeks": 8,
    },
    "the only free day is the day before and after races": {
        "runner": {"sessions_per_week": 1},
        "days": {"saturday": 45, "monday": 45},
        "races": [{"week": 2, "day": "sunday", "km": 21.1, "priority": "B"}],
        "trained": 8,
        "weeks": 4,
    },
    "minutes only right before a fast run": {
        "days": {"tuesday": 30, "thursday": 30},
        "hours": {"tuesday": "06:20-07:00", "thursday": "06:20-07:00"},
        "runs": ["tuesday quality 07:00 60 min", "thursday quality 07:00 60 min"],
        "trained": 8,
        "weeks": 4,
    },
    "light work only, on the one day off or shorter on a running day": {
        "runner": {"safety": {}, "sessions_per_week": 1},
        "days": {"wednesday": 20, "thursday": 15},
        "runs": [f"{day} easy 07:00 40 min" for day in EVENINGS if day != "wednesday"],
        "weeks": 4,
    },
    "a running week that is light now and then": {
        "days": {"tuesday": 45, "friday": 45},
        "runs": HARD_WEEK,
        "trained": 8,
        "weeks": 12,
    },
    "health questions without an answer": {
        "runner": {"safety": {}},
        "days": {"tuesday": 45, "friday": 45},
        "weeks": 4,
    },
    "chest pain with effort": {
        "runner": {"unsafe": ["chest_pain_effort"]},
        "days": {"tuesday": 45, "friday": 45},
        "weeks": 4,
    },
    "a sore spot of bone": {
        "runner": {"sore_bone": "bone_inner_shin"},
        "days": {"tuesday": 45, "friday": 45},
        "weeks": 4,
    },
    "new to lifting, with a race that is near": {
        "runner": {"strength": "none"},
        "days": {"tuesday": 45, "friday": 45},
        "races": [{"week": 3, "day": "sunday", "km": 10, "priority": "A"}],
        "weeks": 5,
    },
}
