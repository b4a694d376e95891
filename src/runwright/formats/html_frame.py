"""What every page of ours stands on: templates, one style, a policy that lets nothing else in."""

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from runwright.domain.words import _

_EMPTY_LINES = re.compile(r"\s*\n\s*")  # the templates' own; text of the page is never set by them


@cache
def environment(*packages: str) -> Environment:
    """Return the templates of packages; they escape what they are given."""
    made = Environment(
        loader=ChoiceLoader([PackageLoader(package) for package in packages]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.globals["t_"] = _
    return made


def tidy(page: str) -> str:
    """Return a page without the empty lines its templates leave."""
    return _EMPTY_LINES.sub("\n", page)


@cache
def style_of(package: str) -> Markup:
    """Return all style sheets of a package, in the order of their names."""
    folder = files(package).joinpath("style")
    names = sorted(one.name for one in folder.iterdir() if one.name.endswith(".css"))
    sheets = "\n".join(str(own_text(package, name)) for name in names)
    return Markup(sheets)  # noqa: S704  # our own files


@cache
def own_text(package: str, name: str) -> Markup:
    """Return a style or script without indents and empty lines, as page and hash have it."""
    text = files(package).joinpath("style", name).read_text("utf-8")
    kept = "\n".join(line.strip() for line in text.splitlines() if line.strip())
    return Markup(kept)  # noqa: S704  # our own file


def policy(style: str, script: str) -> str:
    """Return the content security policy: our style and our script, and nothing else at all.

    Without a script none may run.
    """
    return "; ".join((
        "default-src 'none'",
        f"style-src '{_digest(style)}'",
        *([f"script-src '{_digest(script)}'"] if script else []),
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ))


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
