"""Presets: read from data, and refused where the data is wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest

from okrlint.config.presets import PresetRef
from okrlint.model import Words

Write = Callable[[str, str | bytes], Path]


def preset_of(path: Path) -> PresetRef:
    return PresetRef("acme", Words("Acme's.", "艾克米的。"), str(path))


def test_a_preset_is_read_from_data(write: Write) -> None:
    data = "select: [KW]\nhint-as: info\nrules:\n  KW002: {severity: off, source: us}\n".replace("off", "'off'")
    preset = preset_of(write("acme.yaml", data)).load()
    assert (preset.name, preset.select, preset.hint_as, preset.min_certainty) == ("acme", ("KW",), "info", "medium")
    assert (preset.rules["KW002"].severity, preset.rules["KW002"].source) == ("off", "us")


@pytest.mark.parametrize(
    "data",
    [
        "[KW]",
        "selekt: [KW]",
        "hint-as: loud",
        "min-confidence: some",
        "rules: {KW002: {severity: bad, source: us}}",
        "rules: {KW002: {severity: info}}",  # nobody stands behind it
    ],
)
def test_a_wrong_preset_is_refused(write: Write, data: str) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        preset_of(write("acme.yaml", data)).load()
