"""The body and its equipment in the order in which they hide each other."""

from collections.abc import Iterable

from runwright.figures.bands import band_pieces
from runwright.figures.blocks import moved, standing_layer
from runwright.figures.camera import Camera
from runwright.figures.close_up import close_up_layers
from runwright.figures.figure import Figure
from runwright.figures.gear import Block, Order, Standing
from runwright.figures.layers import body_layers
from runwright.figures.shapes import Layer, Look
from runwright.figures.skeleton import Skeleton
from runwright.figures.vectors import dot
from runwright.figures.weights import weight_pieces


def stacked(figure: Figure, body: Skeleton, start: Skeleton, look: Look) -> tuple[Layer, ...]:
    """Return all that moves, or stands before something that moves, from far to near."""
    gear = tuple(_gear(figure, body, start, look))
    layers = [layer for order, layer in gear if order is Order.EVERYTHING]
    parts = close_up_layers(body, look) if look.is_close_up else body_layers(body, look)
    for part in parts:
        layers += [layer for order, layer in gear if order == part.name]
        layers.append(part)
    layers += [layer for order, layer in gear if order is Order.NOTHING]
    return tuple(layer for layer in layers if layer.shapes)


def backdrop(figure: Figure, look: Look) -> tuple[Layer, ...]:
    """Return the things that are drawn once, behind everything; close-ups leave walls out.

    They lie over each other as they are written, but before a wall or behind it as they stand.
    """
    items = [item for item in figure.standing if is_still(item)]
    if look.is_close_up:
        items = [item for item in items if item.kind is not Block.WALL]
    elif any(item.kind is Block.WALL for item in items):
        items.sort(key=lambda item: _nearness(item, look.camera))
    return tuple(standing_layer(item, look.camera) for item in items)


def _nearness(item: Standing, camera: Camera) -> float:
    (x0, x1), (z0, z1) = item.x_share, item.z_share
    return dot(camera.axes[2], ((x0 + x1) / 2, 0.0, (z0 + z1) / 2))


def is_still(item: Standing) -> bool:
    """Whether a thing is behind everything and never moves, so that it is drawn once."""
    return item.follows is None and item.behind is Order.EVERYTHING


def _gear(
    figure: Figure, body: Skeleton, start: Skeleton, look: Look
) -> Iterable[tuple[Order, Layer]]:
    camera, near = look.camera, look.near
    for item in figure.standing:
        if not is_still(item):
            yield item.behind, standing_layer(moved(item, start, body), camera)
    for carried in figure.carried:
        for order, shapes in weight_pieces(carried, body, look):
            yield order, Layer(carried.kind, shapes)
    for band in figure.bands:
        for order, shapes in band_pieces(band, body, start, near, camera):
            yield order, Layer(band.kind, shapes)
