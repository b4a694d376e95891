"""A run as the GPX file a phone would write, packed with gzip as archives have it."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

from lxml import etree

from tools.sample.course import points

if TYPE_CHECKING:
    from tools.sample.course import Point
    from tools.sample.year import SampleRun

EVERY_S = 20
GPX = "http://www.topografix.com/GPX/1/1"
EXTENSION = "http://www.garmin.com/xmlschemas/TrackPointExtension/v1"


def gpx_bytes(run: SampleRun) -> bytes:
    """The run as GPX 1.1 with heart rate and cadence, readable by everything."""
    root = etree.Element(
        f"{{{GPX}}}gpx", nsmap={None: GPX, "gpxtpx": EXTENSION}, version="1.1", creator="Invented"
    )
    metadata = etree.SubElement(root, f"{{{GPX}}}metadata")
    recorded = points(run, EVERY_S)
    etree.SubElement(metadata, f"{{{GPX}}}time").text = _time(recorded[0])
    track = etree.SubElement(root, f"{{{GPX}}}trk")
    etree.SubElement(track, f"{{{GPX}}}name").text = run.title
    etree.SubElement(track, f"{{{GPX}}}type").text = "running"
    segment = etree.SubElement(track, f"{{{GPX}}}trkseg")
    for point in recorded:
        _add(segment, point)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def packed(content: bytes) -> bytes:
    """`content` as gzip without a date in it."""
    return gzip.compress(content, compresslevel=9, mtime=0)


def _time(point: Point) -> str:
    return point.at.strftime("%Y-%m-%dT%H:%M:%SZ")


def _add(segment: etree._Element, point: Point) -> None:
    place = {"lat": f"{point.latitude_deg:.6f}", "lon": f"{point.longitude_deg:.6f}"}
    element = etree.SubElement(segment, f"{{{GPX}}}trkpt", place)
    etree.SubElement(element, f"{{{GPX}}}ele").text = f"{point.altitude_m:.1f}"
    etree.SubElement(element, f"{{{GPX}}}time").text = _time(point)
    extensions = etree.SubElement(element, f"{{{GPX}}}extensions")
    more = etree.SubElement(extensions, f"{{{EXTENSION}}}TrackPointExtension")
    etree.SubElement(more, f"{{{EXTENSION}}}hr").text = str(point.heart_bpm)
    etree.SubElement(more, f"{{{EXTENSION}}}cad").text = str(point.steps_per_min // 2)
