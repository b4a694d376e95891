"""What the phone offers between the sets, as the player's own module does it (`choices.js`)."""

from bench.synthetic_body import Set
from runwright.domain.session import Dose, SetToSet

NEAR_KG = 0.01
MOST_TOLD = 5  # the phone's last answer: "5 or more"


def offered_kg(between: SetToSet | None, dose: Dose, now_kg: float | None, went: Set) -> float:
    """The weight the sets that are left may take after a set. [kg]; 0 for none."""
    if between is None or dose.reps is None or not now_kg:
        return 0.0
    told, (bottom, top) = min(went.told_rir, MOST_TOLD), dose.reps
    if went.count < bottom or (went.count == bottom and told == 0):
        return max((one for one in between.loads_kg if one < now_kg - NEAR_KG), default=0.0)
    most = next((one.load_share for one in between.heavier if told >= one.rir), 0.0)
    if went.count < top:
        return 0.0
    fit = (one for one in between.loads_kg if now_kg + NEAR_KG < one <= now_kg * most + NEAR_KG)
    return max(fit, default=0.0)
