"""The fixture `rule_check`, for pytest: a test that asks for it is run once for each check of each rule of a plugin.

    def test_rules(rule_check):
        rule_check()

The plugin is the one whose entry points stand in the `pyproject.toml` of the root directory, or those that the setting
`okrlint_plugins` or the marker `okrlint_plugins` names. The setting `okrlint_rule_files` names configurations whose
declared rules are checked by their examples. Loaded in every run of pytest where okrlint is installed, so it
imports nothing until it is used.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from okrlint.testing.checks import RuleCheck

_FIXTURE = "rule_check"
_NAME = "okrlint_plugins"
_FILES = "okrlint_rule_files"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the settings."""
    parser.addini(_NAME, "plugins of okrlint whose rules the fixture rule_check is about", type="args", default=[])
    parser.addini(_FILES, "configurations of okrlint whose rules it is about", type="args", default=[])


def pytest_configure(config: pytest.Config) -> None:
    """Add the marker."""
    config.addinivalue_line("markers", f"{_NAME}(*names): plugins of okrlint whose rules {_FIXTURE} is about")


@pytest.fixture
def rule_check(request: pytest.FixtureRequest) -> Callable[[], None]:
    """Return what checks one thing of one rule of the okrlint plugin under test, and fails where it is wrong."""
    check: RuleCheck = request.param

    def run() -> None:
        __tracebackhide__ = True
        try:
            check.run()
        except AssertionError as error:
            wrong = str(error)
        else:
            return
        pytest.fail(wrong, pytrace=False)

    return run


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Make a test of each check."""
    if _FIXTURE not in metafunc.fixturenames:
        return
    from okrlint.config.settings import ConfigError
    from okrlint.testing.under_test import UnknownPluginError, checks

    marker = metafunc.definition.get_closest_marker(_NAME)
    named = marker.args if marker else metafunc.config.getini(_NAME)
    try:
        found = checks(metafunc.config.rootpath, tuple(named), tuple(metafunc.config.getini(_FILES)))
    except (UnknownPluginError, ConfigError) as error:
        raise pytest.Collector.CollectError(str(error)) from None
    metafunc.parametrize(_FIXTURE, found, ids=[check.name for check in found], indirect=True)
