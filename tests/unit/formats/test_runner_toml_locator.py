import tomllib

from hypothesis import given, settings
from hypothesis import strategies as st

from runwright.formats.runner_toml.locator import locate
from runwright.formats.runner_toml.write_values import literal, quoted_key

keys = st.text(alphabet="abc-_1 \"'.#[]ü\n", min_size=1, max_size=4)
scalars = st.booleans() | st.integers(-99, 99) | st.dates() | st.text(max_size=5)
inline = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=6,
)


def inline_text(value) -> str:
    if isinstance(value, list):
        return f"[ {' , '.join(map(inline_text, value))} ]"
    if isinstance(value, dict):
        pairs = (f"{quoted_key(key)} = {inline_text(inner)}" for key, inner in value.items())
        return f"{{ {', '.join(pairs)} }}"
    return literal(value)


def paths_in(values, above=()):
    """Every path of parsed TOML."""
    members = values.items() if isinstance(values, dict) else enumerate(values)
    for key, value in members:
        yield (*above, key)
        if isinstance(value, (dict, list)):
            yield from paths_in(value, (*above, key))


@given(
    tables=st.dictionaries(keys, st.dictionaries(keys, inline, max_size=3), max_size=3),
    several=st.lists(st.dictionaries(keys, inline, max_size=3), min_size=1, max_size=3),
)
@settings(max_examples=150, deadline=None)
def test_every_key_that_python_reads_has_a_line(tables, several):
    text = "# a [comment] = 'here'\n"
    for name, table in tables.items():
        text += f"\n[ {quoted_key(name)} ] # = [\n"
        text += "".join(f"{quoted_key(key)}={inline_text(value)}\n" for key, value in table.items())
    for table in several:
        text += "[[several.times]]\n"
        text += "".join(f"{quoted_key(key)}={inline_text(value)}\n" for key, value in table.items())
    tables.pop("several", None)
    lines = locate(text)

    assert set(paths_in(tomllib.loads(text))) <= set(lines)
    assert all(1 <= line <= text.count("\n") for line in lines.values())


def test_lines_are_those_of_the_keys():
    text = (
        "# first\n"
        'name = "a" # x = 1\n'
        "\n"
        "[days]\n"
        "monday = { minutes = 30,\twindows = ['06:00-07:00'] }\n"
        'note = """two\nlines"""\n'
        "a.b = 1\n"
        "list = [\n"
        '  "one", # a comment, with a comma\n'
        "  [2, 3],\n"
        "]\n"
        "[[races]]\n"
        "date = 2027-04-11\n"
        "[races.place]\n"
        'town = "Rome"\n'
        "[[races]]\n"
        "date = 2027-05-11\n"
    )
    lines = locate(text)

    assert lines["name",] == 2
    assert lines["days",] == 4
    assert lines["days", "monday", "windows", 0] == 5
    assert lines["days", "note"] == 6
    assert lines["days", "a", "b"] == 8
    assert lines["days", "list", 0] == 10
    assert lines["days", "list", 1, 1] == 11
    assert lines["races", 0, "place", "town"] == 16
    assert lines["races", 1, "date"] == 18


@given(text=st.text(alphabet="a=[]{}\"'#,.\n\\1 ", max_size=40))
def test_any_text_ends(text):
    assert locate(text) is not None
