import struct
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runwright.formats.fit.messages import points, survey
from runwright.formats.fit.records import decoded_track, straight_track, track_of
from tools.make_test_runs import Track, Watch, fit

TRACK = Track()
RECORD = 20
TYPES = {253: (0x86, "I"), 0: (0x85, "i"), 1: (0x85, "i"), 2: (0x84, "H"), 3: (0x02, "B")}
TYPES |= {5: (0x86, "I"), 78: (0x86, "I"), 4: (0x02, "B")}


def written(rows: list[dict[int, int]], *, big_endian: bool, developer_bytes: int = 0) -> bytes:
    """A FIT file of records with just these fields, laid out by hand."""
    order = ">" if big_endian else "<"
    body = b""
    for row in rows:
        flag = 0x60 if developer_bytes else 0x40
        body += struct.pack(f"{order}BBBHB", flag, 0, int(big_endian), RECORD, len(row))
        for number in row:
            base, code = TYPES[number]
            body += bytes((number, struct.calcsize(code), base))
        body += bytes((1, 0, developer_bytes, 0)) if developer_bytes else b""
        body += b"\x00" + b"".join(
            struct.pack(order + TYPES[number][1], value) for number, value in row.items()
        )
        body += bytes(developer_bytes)
    return struct.pack("<BBHI4s", 12, 0x10, 2000, len(body), b".FIT") + body + bytes(2)


def same(one: Track, other: Track) -> bool:
    return [list(map(str, row)) for row in one.rows()] == [
        list(map(str, row)) for row in other.rows()
    ] and one.breaks == other.breaks


@pytest.mark.parametrize("track", [TRACK, replace(TRACK, pause_after_s=300, pause_s=60)])
def test_reading_bytes_gives_what_the_decoder_gives(track):
    data = fit(track, Watch(with_session=False))
    straight = straight_track(data)

    assert straight is not None
    assert len(straight) == 61
    assert same(straight, decoded_track(points(data, has_compressed_times=False)))


values = {
    number: st.integers(-(2**31), 2**31 - 1)
    if code == "i"
    else st.integers(0, 256 ** struct.calcsize(code) - 1)
    for number, (_, code) in TYPES.items()
}
rows = st.lists(
    st.sets(st.sampled_from(sorted(TYPES)), min_size=1).flatmap(
        lambda numbers: st.fixed_dictionaries({
            number: values[number] for number in sorted(numbers)
        })
    ),
    max_size=5,
)


@given(rows=rows, big_endian=st.booleans(), developer_bytes=st.integers(0, 3))
def test_every_layout_and_value_is_read_as_the_decoder_reads_it(rows, big_endian, developer_bytes):
    data = written(rows, big_endian=big_endian, developer_bytes=developer_bytes)
    straight = straight_track(data)

    assert survey(data).broken.at is None
    assert straight is not None
    assert same(straight, decoded_track(points(data, has_compressed_times=False)))


def test_real_files_are_read_as_the_decoder_reads_them(shared_activities):
    for file in sorted((shared_activities / "fit").glob("*.fit")):
        data = file.read_bytes()
        seen = survey(data)
        straight = None if seen.has_compressed_times else straight_track(data)
        decoded = decoded_track(points(data, has_compressed_times=seen.has_compressed_times))

        assert straight is None or same(straight, decoded), file.name


def test_a_field_of_an_unusual_type_goes_through_the_decoder():
    plain = written([{253: 1_000_000_000, 3: 140}], big_endian=False)
    as_signed = plain.replace(bytes((3, 1, 0x02)), bytes((3, 1, 0x01)))

    assert straight_track(as_signed) is None
    assert list(track_of(as_signed, has_compressed_times=False).heart_rate_bpm) == [-116]


def test_times_told_as_seconds_after_the_last_one_are_added_up():
    base = written([{253: 1_000_000_000, 3: 140}], big_endian=False)[:-2]
    more = struct.pack("<BBBHB", 0x41, 0, 0, RECORD, 1) + bytes((3, 1, 0x02))
    for seconds, bpm in ((5, 141), (10, 142), (3, 143)):  # the last one begins the next half minute
        more += bytes((0x80 | 0x20 | (1_000_000_000 + seconds) % 32, bpm))
    data = base[:4] + struct.pack("<I", len(base) + len(more) - 12) + base[8:] + more + bytes(2)
    seen = survey(data)
    track = track_of(data, has_compressed_times=seen.has_compressed_times)
    first_s = track.time_s[0]

    assert seen.has_compressed_times
    assert [each - first_s for each in track.time_s] == [0, 5, 10, 35]
    assert list(track.heart_rate_bpm) == [140, 141, 142, 143]
