"""Pieces of hand-made plans: doses, sessions with their versions and reasons, small work."""

from dataclasses import replace
from datetime import date

from runwright.domain.exercise import Role
from runwright.domain.plan import Extra, ExtraKind, PlannedSession, Reason
from runwright.domain.protocol import Phase
from runwright.domain.run import PlannedRun
from runwright.domain.session import (
    Block,
    Dose,
    Placed,
    Prescription,
    RampSet,
    SessionKind,
    Variant,
)

NAMES = {
    "back_squat": "Barbell back squat",
    "calf_bent_dl": "Bent-knee double-leg calf raise",
    "calf_raise_sl_step": "Single-leg calf raise off step",
    "dead_bug": "Dead bug",
    "front_plank": "Front plank",
    "goblet_squat": "Goblet squat",
    "mob_ankle_rocking": "Ankle rocking",
    "mob_hip_posterior": "Hip rock-back",
    "pogo_dl": "Double-leg pogo",
    "sl_rdl_bodyweight": "Romanian deadlift",
    "short_foot_seated": "Short foot, seated",
    "side_plank": "Side plank",
    "sl_rdl_loaded": "Loaded single-leg deadlift",
    "split_squat": "Split squat",
    "wu_brisk_walk": "Brisk walk or easy jog",
    "wu_knee_hug": "Knee hug",
    "wu_leg_swing_bent": "Bent-knee leg swing",
    "wu_strides": "Strides",
}


def item(label: str, exercise: str, role: Role, dose: Dose, **more: object) -> Prescription:
    """A prescription; `more` is its ramp, rules or note."""
    return Prescription(label=label, exercise=exercise, role=role, dose=dose, **more)  # type: ignore[arg-type]


def blocks_of(*items: Prescription) -> tuple[Block, ...]:
    """Blocks by the letter of each label, in order."""
    letters = dict.fromkeys(one.label[:1] for one in items)
    return tuple(
        Block(id=letter, items=tuple(one for one in items if one.label[:1] == letter))
        for letter in letters
    )


WARM_UP = (
    item("W1", "wu_brisk_walk", Role.RAISE, Dose(sets=1, hold_s=120, tempo="easy"), rules=("W02",)),
    item("W2", "wu_leg_swing_bent", Role.DYNAMIC, Dose(sets=1, reps=(8, 10)), rules=("W02",)),
)
RAMP = (RampSet(load_share=0.5, reps=5), RampSet(load_share=0.7, reps=3))


def heavy_items(phase: Phase, *, second: bool, sets: int) -> tuple[Prescription, ...]:
    """Main work of session A or B in a phase."""
    reps, rir = {
        Phase.FOUNDATION: ((8, 12), 4),
        Phase.BUILD: ((5, 8), 3),
        Phase.STRENGTH: ((3, 6), 2),
    }.get(phase, ((3, 6), 2))
    main = Dose(sets=sets, reps=reps, rir=rir, rest_s=180, tempo="2-0-1")
    one_leg = Dose(sets=sets, reps=(6, 10), rir=rir, load_kg=12.0, rest_s=90, tempo="2-0-1")
    calf = Dose(sets=max(2, sets), reps=(8, 15), rir=2, load_kg=0.0, rest_s=90, tempo="2-0-1")
    hold = Dose(sets=2, hold_s=30, rest_s=60, tempo="hold")
    squat = "goblet_squat" if phase is Phase.FOUNDATION else "back_squat"
    ramp = () if phase is Phase.FOUNDATION else RAMP
    if second:
        return (
            item("A", "sl_rdl_bodyweight", Role.MAIN, main, ramp=ramp, rules=("D12",)),
            item("B1", "split_squat", Role.SINGLE_LEG, one_leg, rules=("D12", "D13")),
            item("B2", "dead_bug", Role.CORE, Dose(sets=2, reps=(8, 10), rest_s=60, tempo="2-0-1")),
            item("C", "calf_bent_dl", Role.CALF, calf, rules=("D12", "D18")),
        )
    return (
        item("A", squat, Role.MAIN, main, ramp=ramp, rules=("D12",)),
        item("B1", "sl_rdl_loaded", Role.SINGLE_LEG, one_leg, rules=("D12", "D13")),
        item("B2", "front_plank", Role.CORE, hold, rules=("D12",)),
        item(
            "C1",
            "calf_raise_sl_step",
            Role.CALF,
            calf,
            rules=("D12", "D18", "A07"),
            note="Start with the left side.",
        ),
        item("C2", "side_plank", Role.CORE, hold, rules=("D12",)),
    )


def session_of(day: date, placed: Placed, title: str, phase: Phase, sets: int) -> PlannedSession:
    """A session with its blocks, variants and reasons."""
    items = heavy_items(phase, second=title.endswith("B"), sets=sets)
    if placed.kind is SessionKind.JUMPS:
        jump = Dose(sets=3, contacts=12, rest_s=60, tempo="fast")
        items = (item("A", "pogo_dl", Role.PLYO, jump, rules=("D20", "P10")),)
    if placed.kind is SessionKind.LIGHT:
        items = tuple(one for one in items if one.role in {Role.CALF, Role.CORE})
    all_items = (*WARM_UP, *items)
    hard = sum(one.dose.sets for one in items if one.dose.rir is not None and one.dose.rir <= 4)
    return PlannedSession(
        id=f"{day.isoformat()}-{placed.kind.value}",
        placed=placed,
        title=title,
        blocks=blocks_of(*all_items),
        worked_out_min=round(placed.duration_min - 1.4, 1),
        hard_sets=hard,
        variants=() if placed.kind is SessionKind.JUMPS else variants_of(all_items),
        reasons=reasons_of(placed, title),
    )


def variants_of(items: tuple[Prescription, ...]) -> tuple[Variant, ...]:
    """The same session for 15, 30 and 45 minutes."""
    short = tuple(
        replace(one, label=label, dose=replace(one.dose, sets=min(2, one.dose.sets)))
        for one, label in zip(
            (*items[:2], items[2], items[-2]), ("W1", "W2", "A", "B"), strict=True
        )
    )
    extra = item("D", "short_foot_seated", Role.FOOT, Dose(sets=2, reps=(8, 10), rest_s=30))
    return (
        Variant(minutes=15, worked_out_min=14.2, blocks=blocks_of(*short)),
        Variant(minutes=30, worked_out_min=29.5, blocks=blocks_of(*items)),
        Variant(minutes=45, worked_out_min=38.0, blocks=blocks_of(*items, extra)),
    )


def reasons_of(placed: Placed, title: str) -> tuple[Reason, ...]:
    """Reasons as the planner gives them: kept rules for nothing, soft ones with their points."""
    if placed.kind is SessionKind.JUMPS:
        return (Reason(rule="D20", says="on fresh legs, 48 h from the last jumps"),)
    found = [
        Reason(rule="S05", says="65 h 45 min between two leg sessions, the rule asks for 48 h"),
        Reason(rule="S02", says="no quality run in the 24 h after it"),
        Reason(rule="S12", says="fits your minutes on this day"),
    ]
    if title.endswith("B"):
        says = "43 h 20 min from hard legs to the long run"
        found.append(Reason(rule="S03", says=says, points=8))
    else:
        found.insert(1, Reason(rule="S04", says="on the day of a quality run"))
    return tuple(found)


def mobility(start_min: int, weekday: int) -> Extra:
    """Two drills."""
    drill = Dose(sets=1, reps=(8, 10), tempo="easy")
    names = ("mob_ankle_rocking", "mob_hip_posterior")
    turned = names if weekday % 2 == 0 else names[::-1]
    return Extra(
        kind=ExtraKind.MOBILITY,
        start_min=start_min,
        duration_min=8,
        items=tuple(item("", name, Role.MOBILITY, drill, rules=("D21",)) for name in turned),
        title="Mobility",
        reasons=(Reason(rule="D21", says="your left ankle bends less than most"),),
    )


def warm_up_before(run: PlannedRun) -> Extra:
    """Getting warm, drills and strides before a run that wants fresh legs."""
    drill = Dose(sets=1, reps=(8, 10), tempo="easy")
    names = ("wu_leg_swing_bent", "wu_knee_hug", "wu_strides")
    return Extra(
        kind=ExtraKind.WARM_UP,
        start_min=run.start_min - 12,
        duration_min=12,
        items=(
            WARM_UP[0],
            *(item("", name, Role.DYNAMIC, drill, rules=("W02",)) for name in names),
        ),
        title="Warm-up",
        reasons=(Reason(rule="W02", says="before a run that wants fresh legs"),),
    )


def foot_work(start_min: int) -> Extra:
    """A foot block of one exercise."""
    dose = Dose(sets=2, reps=(8, 10), rest_s=30, tempo="easy")
    return Extra(
        kind=ExtraKind.FOOT_CORE,
        start_min=start_min,
        duration_min=6,
        items=(item("", "short_foot_seated", Role.FOOT, dose, rules=("D17",)),),
        title="Foot work",
        reasons=(Reason(rule="D17", says="you have run for a year and more"),),
    )
