"""Tables as teams head them, in Markdown, CSV and HTML: what the columns are called says what they hold."""

import csv
import io

import pytest

from okrlint.model import Document
from okrlint.testing import read

Rows = list[list[str]]


def markdown(rows: Rows) -> str:
    head, *body = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join(["# OKR 2026-Q2", "", head, "|---" * len(rows[0]) + "|", *body, ""])


def commas(rows: Rows) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def page(rows: Rows) -> str:
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<h1>OKR 2026-Q2</h1><table>{body}</table>"


FORMATS = {"markdown": markdown, "csv": commas, "html": page}


def items(document: Document) -> list[tuple[str, str]]:
    """Return label or identifier and statement of each item."""
    return [(item.label or item.ref or "", str(item.text)) for item in document.items()]


LABELS: dict[str, tuple[Rows, list[tuple[str, str]]]] = {
    "labels of both": (
        [
            ["O", "Objective", "KR", "Key result", "Owner"],
            ["O1", "Be the shop people cross town for", "KR1", "40% of guests come from afar", "Ana"],
            ["", "", "KR2", "NPS from 20 to 40", "Bo"],
            ["O2", "Let luthiers grow old in the trade", "KR3", "2 of 40 leave instead of 9", "Ana"],
        ],
        [
            ("O1", "Be the shop people cross town for"),
            ("KR1", "40% of guests come from afar"),
            ("KR2", "NPS from 20 to 40"),
            ("O2", "Let luthiers grow old in the trade"),
            ("KR3", "2 of 40 leave instead of 9"),
        ],
    ),
    "Chinese, with numbers of key results": (
        [
            ["O", "目标", "KR", "关键结果", "负责人"],
            ["O1", "让街坊愿意绕路来", "1.1", "外区顾客占 40%", "王芳"],
            ["", "", "1.2", "NPS 从 20 提升到 40", "陈力"],
        ],
        [("O1", "让街坊愿意绕路来"), ("1.1", "外区顾客占 40%"), ("1.2", "NPS 从 20 提升到 40")],
    ),
    "of key results alone": (
        [
            ["目標", "KR#", "關鍵結果", "負責人"],
            ["讓街坊願意繞路來", "KR1", "外區顧客占 40%", "王芳"],
            ["讓街坊願意繞路來", "KR2", "NPS 從 20 提升到 40", "陳力"],
        ],
        [("", "讓街坊願意繞路來"), ("KR1", "外區顧客占 40%"), ("KR2", "NPS 從 20 提升到 40")],
    ),
}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("case", LABELS)
def test_a_short_name_beside_a_long_one_is_that_of_labels(case: str, format: str) -> None:
    rows, expected = LABELS[case]
    assert items(read(FORMATS[format](rows), format)) == expected


def test_below_the_heading_of_its_objective() -> None:
    rows = [["KR", "Key result", "Confidence"], ["KR1", "NPS from 20 to 40", "0.6"], ["KR2", "9 of 10 return", "0.5"]]
    _, _, table = markdown(rows).split("\n", 2)
    document = read(f"# OKR\n\n## O1: Be the shop people cross town for\n\n{table}")
    assert items(document)[1:] == [("KR1", "NPS from 20 to 40"), ("KR2", "9 of 10 return")]
    assert [each.confidence and each.confidence.value for each in document.objectives[0].key_results] == [0.6, 0.5]


@pytest.mark.parametrize("names", [["KR1", "KR2"], ["KR", "KR"], ["Key result", "KR"]])
def test_other_pairs_of_columns_hold_key_results_each(names: list[str]) -> None:
    rows = [["Objective", *names], ["Be loved", "NPS from 20 to 40", "9 of 10 return"]]
    assert [text for _, text in items(read(markdown(rows)))] == ["Be loved", "NPS from 20 to 40", "9 of 10 return"]
