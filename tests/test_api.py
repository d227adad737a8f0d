"""The Python API: the same three words everywhere, and nothing but what is listed is public."""

import pickle
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import pydantic
import pytest

import okrlint
from okrlint import plugins

TEXT = "# Growth 2026-Q2\n\n## O1: Make regulars our loudest advocates\n\n- KR1: Design a scheme\n- KR2: 900 sign-ups\n"
CONFIG = {"select": ["KW001", "KW002"]}


def test_what_is_public() -> None:
    for module in (okrlint, plugins):
        assert len(module.__all__) == len(set(module.__all__))
        for name in module.__all__:
            assert getattr(module, name) is not None
    with pytest.raises(AttributeError, match="nothing_such"):
        okrlint.nothing_such  # noqa: B018


def test_parse_text_gives_a_typed_document_in_which_every_value_knows_its_place() -> None:
    document = okrlint.parse_text(TEXT, path="q2.md")
    assert isinstance(document, pydantic.BaseModel)
    (objective,) = document.objectives
    first, second = objective.key_results
    assert (first.kind, first.quantified) == ("activity", False)
    assert (second.kind in {"outcome", "output"}, second.quantified) == (True, True)
    for item in (objective, first, second):
        assert TEXT[item.text.span.start : item.text.span.end] == item.text.raw
    assert okrlint.Document.model_validate_json(document.model_dump_json()) == document
    assert okrlint.Document.model_json_schema()["title"] == "Document"


def test_the_three_forms_of_parsing_agree(tmp_path: Path) -> None:
    path = tmp_path / "q2.md"
    path.write_text(TEXT, encoding="utf-8")
    name = str(path)
    assert okrlint.parse_file(path) == okrlint.parse_text(TEXT, path=name)
    assert okrlint.parse_bytes(TEXT.encode("utf-8"), path=name) == okrlint.parse_file(path)


def test_lint_text_file_and_paths_agree(tmp_path: Path) -> None:
    path = tmp_path / "q2.md"
    path.write_text(TEXT, encoding="utf-8")
    report = okrlint.lint_file(path, config=CONFIG)
    assert report == okrlint.lint_paths([tmp_path], config=CONFIG)
    text = okrlint.lint_text(TEXT, config=CONFIG)
    assert [finding.code for finding in text.findings] == [finding.code for finding in report.findings] == ["KW002"]
    assert (report.files, report.objectives, report.key_results, report.failed) == (1, 1, 2, False)
    assert report.at_least(okrlint.Severity.ERROR)


def test_errors_are_told_apart() -> None:
    with pytest.raises(okrlint.FormatError, match=r"there are: .*markdown"):
        okrlint.parse_text(TEXT, format="word-perfect")
    with pytest.raises(okrlint.UnreadableError):
        okrlint.parse_bytes(b"\x00\x01")
    assert okrlint.Linter().lint_bytes(b"\x00\x01").failed
    with pytest.raises(okrlint.ConfigError):
        okrlint.lint_text(TEXT, config={"no-such-key": 1})


@pytest.mark.parametrize("kind", ["threads", "processes"])
def test_an_executor_gives_the_same_report(tmp_path: Path, kind: str) -> None:
    for number in range(12):
        (tmp_path / f"{number}.md").write_text(TEXT.replace("900", str(900 + number)), encoding="utf-8")
    plain = okrlint.lint_paths([tmp_path], today=date(2026, 5, 1))
    executor = ThreadPoolExecutor(4) if kind == "threads" else ProcessPoolExecutor(2, mp_context=get_context("spawn"))
    with executor:
        assert okrlint.lint_paths([tmp_path], today=date(2026, 5, 1), executor=executor) == plain


def test_reports_can_be_pickled_and_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    report = okrlint.lint_text(TEXT)
    assert pickle.loads(pickle.dumps(report)) == report
    assert capfd.readouterr() == ("", "")


def test_a_linter_is_reusable_and_keeps_its_configuration() -> None:
    linter = okrlint.Linter(CONFIG)
    other = okrlint.Linter({"select": ["OB001"]})
    assert linter.lint_text(TEXT) == linter.lint_text(TEXT)
    assert other.lint_text(TEXT).findings == ()
    assert len(linter.lint_text(TEXT).findings) == 1
