"""A document: one stored value as a text of its own, that names the version of its format."""

import json
from typing import Any, TypeVar

from runwright.domain.errors import RunwrightError
from runwright.domain.words import _
from runwright.formats.values_json.decode import Decoder, UnreadableError
from runwright.formats.values_json.encode import plain
from runwright.formats.values_json.fault import Fault
from runwright.formats.values_json.layout import laid_out
from runwright.formats.values_json.schema import schema_of

Value = TypeVar("Value")


class DocumentError(RunwrightError):
    """A text that is not the document it should be; `faults` holds everything that is wrong."""

    code = "document"

    def __init__(self, *, source: str, faults: tuple[Fault, ...]) -> None:
        self.source, self.faults = source, faults
        told = "\n".join(f"  {fault}" for fault in faults)
        super().__init__(_("{source} cannot be used:").format(source=source) + f"\n{told}")


def document_text(value: object) -> str:
    """Return the text of a stored value; the same value, the same bytes."""
    return laid_out(plain(value))


def read_document(kind: type[Value], text: str, *, source: str, version: str) -> Value:
    """Return the stored value in a text.

    Parameters
    ----------
    source
        Where the text is from, as the person knows it, for messages.
    version
        Version of the format that its ``schema_version`` must name.

    Raises
    ------
    DocumentError
        If it is no JSON, of another version, or wrong anywhere.
    """
    found = _json(text, source)
    got = found.get("schema_version")
    if got != version:
        says = _("expected version {version}, found {got}.").format(version=version, got=got)
        raise DocumentError(source=source, faults=(Fault(where="schema_version", says=says),))
    decoder = Decoder()
    try:
        value: Value = decoder.read(kind, found, "")
    except UnreadableError:
        raise DocumentError(source=source, faults=tuple(decoder.faults)) from None
    return value


def _json(text: str, source: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        says = _("expected a JSON object; the text may have been cut off.")
        raise DocumentError(source=source, faults=(Fault(where="", says=says),))
    return found


def document_schema(kind: type, *, name: str, title: str, version: str) -> str:
    """Return the text of a document's JSON Schema."""
    schema = schema_of(kind, id=f"urn:runwright:{name}:{version}", title=title, version=version)
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
