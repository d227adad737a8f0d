"""Public names are imported when they are asked for, and leave by a path that is told."""

import sys
from types import ModuleType

import pytest

from okrlint.lazy import Former, exports


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    made = ModuleType("made_up")
    monkeypatch.setitem(sys.modules, "made_up", made)
    homes = {"okrlint.suggesting": "nearest suggestion"}
    names, getattribute = exports("made_up", homes, {"closest": Former("nearest", "2.0")})
    made.__dict__.update(__all__=names, __getattr__=getattribute)
    return made


def test_a_former_name_works_and_says_what_to_write(module: ModuleType) -> None:
    with pytest.warns(DeprecationWarning, match=r"made_up\.closest is called nearest now, and goes with version 2\.0"):
        assert module.closest is module.nearest
    assert module.__all__ == ["nearest", "suggestion"]


def test_the_warning_comes_each_time_and_at_the_caller(module: ModuleType) -> None:
    for _ in range(2):
        with pytest.warns(DeprecationWarning, match="closest") as caught:
            module.closest  # noqa: B018
        assert caught[0].filename == __file__


def test_what_is_not_there_is_said(module: ModuleType) -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        module.nothing  # noqa: B018
