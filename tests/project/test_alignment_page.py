"""The page on what looks across documents: its links lead where it says, and its commands print what it shows."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from projects import project_of, seen

from okrlint.cli.main import main

DOCS = Path(__file__).parents[2] / "docs"
PAGES = ("alignment.md", "alignment.zh.md")
CODES = [*(f"AL00{number}" for number in range(1, 10)), "OW005", "OW006", "ST005"]

ENGLISH = {
    "company-2026.md": (
        "# Company OKRs 2026\n\n## O1: Be the harbour that sailors recommend\n\n- KR1: 70% come again\n\n"
        "## O2: Let bakers grow old in the trade\n\n- KR1: 2 of 40 bakers leave instead of 9\n"
    ),
    "growth.md": "# OKRs 2026-Q2\n\n- Team: Growth\n\n## O1: Let every town know us\n\n- KR1: 300 people come\n",
    "growth-q1.md": "# OKRs 2026-Q1\n\n- Team: Growth\n\n## O1: Find the towns\n\n- KR1: 30 towns\n",
    "plan.md": "# Plan 2026\n\n- P1: 60,000 nights\n- P2: 300 berths\n",
    "tool.yaml": "cycle: 2026\nobjectives:\n  - id: SEA-77\n    objective: Be warm\n    key_results: [40% by tram]\n",
}
CHINESE = {
    "公司2026.md": (
        "# 公司 2026年 OKR\n\n## O1：成为水手口口相传的港口\n\n- KR1：七成客人再来\n\n"
        "## O2：让面包师安心终老\n\n- KR1：离职由9人降至2人\n"
    ),
    "增长.md": "# 2026年Q2 OKR\n\n- 团队：增长\n\n## O1：让沿海每座城都知道我们\n\n- KR1：300人参加开放日\n",
    "增长-q1.md": "# 2026年Q1 OKR\n\n- 团队：增长\n\n## O1：选出要去的城市\n\n- KR1：30座城市\n",
    "plan.md": "# 2026年度计划\n\n- P1：停泊6万晚\n- P2：300个泊位\n",
    "tool.yaml": "cycle: 2026\nobjectives:\n  - id: SEA-77\n    objective: 温暖全城\n    key_results: [40%来自外区]\n",
}
LEADS_TO = {
    "alignment.md": ["company-2026.md O2"]
    + ["company-2026.md O2 KR1"] * 3
    + ["company-2026.md O2"] * 2
    + ["growth.md O1", "company-2026.md O2", "growth.md O1", "company-2026.md O2", "plan.md O2", "tool.yaml O1"]
    + ["company-2026.md O2", "company-2026.md", "plan.md"],
    "alignment.zh.md": ["公司2026.md O2"]
    + ["公司2026.md O2 KR1"] * 3
    + ["公司2026.md O2"] * 2
    + ["增长.md O1", "公司2026.md O2", "增长.md O1", "公司2026.md O2", "plan.md O2", "tool.yaml O1"]
    + ["公司2026.md O2", "公司2026.md", "plan.md"],
}


@pytest.mark.parametrize("page", PAGES)
def test_what_is_written_leads_where_the_page_says(page: str) -> None:
    rows = re.findall(r"^\| (`.*?) \| ", (DOCS / page).read_text("utf-8"), re.MULTILINE)
    written = [each for row in rows for each in re.findall(r"`([^`]+)`", row)]
    files = CHINESE if "zh" in page else ENGLISH
    for reference, expected in zip(written, LEADS_TO[page], strict=True):
        team = f"# OKRs 2026-Q2\n\n- Team: Ovens\n\n## O1: Bread\n\n- Supports: {reference}\n- KR9: 9 of 10 loaves\n"
        links = seen(project_of({**files, "teams/ovens.md": team}, plans=("plan.md",)))
        (link,) = [each for each in links if each.source.startswith("teams")]
        assert (link.state, link.targets) == ("found", (expected,)), reference


@pytest.mark.parametrize("page", PAGES)
def test_output_on_the_page_is_what_its_commands_print(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (DOCS / page).read_text("utf-8")
    found = re.findall(r"^```markdown\n(==> .*?)^```\n\n```text\n\$ okrlint (.*?)\n(.*?)^```$", text, re.M | re.S)
    assert [re.search(r"--select (\w+)", command)[1] for _, command, _ in found] == CODES  # type: ignore[index]
    for number, (files, command, output) in enumerate(found):
        folder = tmp_path / str(number)
        folder.mkdir()
        for part in files.removeprefix("==> ").split("\n==> "):
            name, _, content = part.partition("\n")
            (folder / name).write_text(content, encoding="utf-8")
        monkeypatch.chdir(folder)
        assert CliRunner().invoke(main, command.split()).stdout == output, command
