"""The presets hold what their authorities say; the table is kept here by itself, to be read beside theirs."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

import okrlint
from okrlint.config.settings import Settings
from okrlint.linting.running import Check
from okrlint.preparing import prepare
from okrlint.registry import installed

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "marketing-before.en.md"
TODAY = date(2022, 1, 10)
PRESETS = ("google", "wodtke", "default", "feishu")

SEVERITIES = {
    "OB001": ("off", "error", "error", "warning"),
    "OB003": ("off", "info", "info", "off"),
    "OB002": ("off", "warning", "warning", "info"),
    "KW003": ("hint", "info", "info", "hint"),
    "ST006": ("warning", "off", "off", "hint"),
    "OW001": ("warning", "error", "error", "info"),
    "TM001": ("info", "info", "error", "info"),
    "TM003": ("warning", "off", "info", "off"),
    "CF001": ("off", "error", "error", "off"),
    "WT001": ("off", "off", "error", "error"),
    "WT002": ("off", "off", "error", "error"),
    "WT003": ("off", "off", "warning", "info"),
    "AL001": ("info", "info", "warning", "warning"),
    "AP001": ("off", "info", "warning", "off"),
    "CK004": ("off", "off", "info", "off"),
    "CK007": ("warning", "info", "info", "info"),
}
"""By rule: how bad under each of `PRESETS`."""

OPTIONS: dict[tuple[str, str], tuple[Any, Any, Any, Any]] = {
    ("OB005", "max_words_en"): (20, 15, 20, 25),
    ("OB005", "max_chars_zh"): (40, 30, 40, 50),
    ("ST001", "max"): (5, 3, 3, 5),
    ("LC004", "policy"): ("allow", "note", "note", "allow"),
    ("ST001", "max_company"): (None, 1, None, None),
    ("ST002", "min"): (1, 3, 3, 2),
    ("ST003", "max"): (5, 3, 5, 5),
    ("ST003", "target"): (3, 3, None, None),
    ("KW002", "soft"): ("error", "error", "error", "error"),
    ("KW002", "output_unquantified"): ("warning", "error", "error", "warning"),
    ("KW005", "scope"): ("relative", "relative", "relative", "relative"),
    ("KW009", "max_share"): (0.34, 0, 0.25, 0.34),
    ("OW001", "inherit_from_objective"): (False, False, False, True),
    ("OW003", "max_owners"): (2, 1, 1, 1),
    ("TM001", "inherit_cycle_end"): (True, True, False, True),
    ("CF002", "scales"): ((), ("0-10",), (), ()),
    ("AL001", "min_share"): (0.5, 0.8, 0.8, 0.8),
    ("CK002", "first_gap_days"): (45, 9, 9, 16),
    ("CK002", "max_gap_days"): (45, 9, 16, 16),
    ("CK005", "scale"): ("0-1", "any", "any", "0-1"),
}
"""By rule and option: the value under each of `PRESETS`, where the rule runs."""

VERDICTS = {
    "default": {
        *(("AL001", "warning", 1), ("AP001", "warning", 3), ("CF001", "error", 3), ("OW001", "error", 3)),
        *(("WT001", "error", 3), ("OB001", "error", 3), ("KW002", "error", 8)),
        *(("TM001", "warning", line) for line in (6, 7, 8)),
        *(("ST004", "error", 10), ("OB001", "error", 10)),
    },
    "google": {
        *(("AL001", "info", 1), ("OW001", "warning", 3), ("ST003", "hint", 3), ("KW002", "warning", 8)),
        *(("ST006", "warning", 3), ("ST006", "warning", 10), ("ST004", "error", 10)),
    },
    "wodtke": {
        *(("AL001", "info", 1), ("ST009", "info", 1), ("AP001", "info", 3), ("CF001", "error", 3)),
        *(("OW001", "error", 3), ("ST003", "warning", 3), ("OB001", "error", 3), ("KW002", "error", 8)),
        *(("ST004", "error", 10), ("OB001", "error", 10)),
    },
    "feishu": {
        *(("AL001", "warning", 1), ("OW001", "info", 3), ("WT001", "error", 3), ("OB001", "warning", 3)),
        *(("KW002", "warning", 8), ("ST004", "error", 10), ("OB001", "warning", 10)),
    },
    "gitlab": {
        *(("AL001", "warning", 1), ("OW001", "error", 3), ("OW007", "warning", 3), ("ST003", "warning", 3)),
        *(("OB001", "error", 3), ("KW002", "warning", 8), ("OW007", "warning", 10), ("ST004", "error", 10)),
        ("OB001", "error", 10),
    },
}
"""What the trainer's case gets: code, severity, line."""


def checks(preset: str) -> dict[str, Check]:
    run = prepare(Settings(preset=preset), installed(), None)
    return {check.rule.meta.code: check for check in run.checks}


@pytest.mark.parametrize("code", SEVERITIES)
def test_severities(code: str) -> None:
    found = []
    for preset in PRESETS:
        check = checks(preset).get(code)
        severity = check.rule.meta.severity if check and check.severity is None else check and check.severity
        found.append("off" if severity is None else severity.label)
    assert tuple(found) == SEVERITIES[code]


@pytest.mark.parametrize(("code", "option"), OPTIONS)
def test_options(code: str, option: str) -> None:
    found = tuple(getattr(checks(preset)[code].rule.options, option) for preset in PRESETS)
    assert found == OPTIONS[code, option]


@pytest.mark.parametrize("preset", VERDICTS)
def test_one_document_under_each_preset(preset: str) -> None:
    report = okrlint.lint_file(EXAMPLE, config={"preset": preset}, today=TODAY)
    found = {(finding.code, finding.severity.label, finding.start.line) for finding in report.findings}
    assert found == VERDICTS[preset]


@pytest.mark.parametrize("preset", [name for name in installed().presets if name not in ("default", "strict")])
def test_every_value_names_its_authority_and_exists(preset: str) -> None:
    rules = {ref.code: ref for ref in installed().rules}
    for code, setting in installed().presets[preset].load().rules.items():
        assert code in rules
        assert set(setting.options) <= set(rules[code].load().Options.names())
        assert setting.source.strip()
