"""How far two places on earth are from each other."""

from math import asin, cos, hypot, radians, sin, sqrt

EARTH_RADIUS_M = 6_371_008.8  # mean radius, IUGG


POLE_DEG, DATE_LINE_DEG = 90.0, 180.0


def is_place(lat_deg: float, lon_deg: float) -> bool:
    """Whether it lies on earth; NaN does not, and 0/0 is what receivers say before they know."""
    on_earth = -POLE_DEG <= lat_deg <= POLE_DEG and -DATE_LINE_DEG <= lon_deg <= DATE_LINE_DEG
    return on_earth and (lat_deg != 0 or lon_deg != 0)


def great_circle_m(lat_a_deg: float, lon_a_deg: float, lat_b_deg: float, lon_b_deg: float) -> float:
    """Distance along the sphere (haversine). [m]"""
    lat_a, lat_b = radians(lat_a_deg), radians(lat_b_deg)
    north = sin((lat_b - lat_a) / 2)
    east = sin(radians(lon_b_deg - lon_a_deg) / 2)
    share = north * north + cos(lat_a) * cos(lat_b) * east * east
    return 2 * EARTH_RADIUS_M * asin(min(1.0, sqrt(share)))


def flat_distance_m(
    lat_a_deg: float, lon_a_deg: float, lat_b_deg: float, lon_b_deg: float
) -> float:
    """Distance on a flat earth: right for neighbours, cheaper than the sphere. [m]"""
    north = radians(lat_b_deg - lat_a_deg)
    east = radians(lon_b_deg - lon_a_deg) * cos(radians(lat_a_deg))
    return EARTH_RADIUS_M * hypot(north, east)
