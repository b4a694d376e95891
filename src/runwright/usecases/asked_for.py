"""What a session asked for, as short as it can be kept: the doses, without the words that teach."""

from dataclasses import replace

from runwright.domain.script import (
    PainWords,
    ScriptBlock,
    ScriptExercise,
    ScriptItem,
    ScriptVersion,
    SessionScript,
)


def asked_for(script: SessionScript) -> SessionScript:
    """Return a script as the diary keeps it: every dose of it, no cues, no limits of pain.

    The plan may change later, and so may the coach's mind; what was asked that day does not.
    """
    return replace(
        script,
        versions=tuple(_version(one) for one in script.versions),
        pain_limits=(),
        pain_words=PainWords(green="", amber="", red=""),
    )


def _version(version: ScriptVersion) -> ScriptVersion:
    return replace(version, blocks=tuple(_block(one) for one in version.blocks))


def _block(block: ScriptBlock) -> ScriptBlock:
    return replace(block, items=tuple(_item(one) for one in block.items))


def _item(item: ScriptItem) -> ScriptItem:
    return replace(
        item,
        prescribed=_quiet(item.prescribed),
        easier=None if item.easier is None else _quiet(item.easier),
        swaps=tuple(_quiet(one) for one in item.swaps),
    )


def _quiet(one: ScriptExercise) -> ScriptExercise:
    return replace(one, cues=(), fault="", fix="", feel="", not_for=())
