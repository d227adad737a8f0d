"""Fixing text and files: what is changed, what is not, and how a file is written."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document as WordDocument
from workbooks import workbook

import okrlint
from okrlint import fixer
from okrlint.linting.fixing import applied

Write = Callable[[str, str | bytes], Path]

CONFIG = {"select": ["HY001", "HY002", "CF003", "CK005"]}
TEXT = (
    "# 增长 2026年Q2\n\n## O1：让老客户主动介绍我们\n\n- KR1：转介绍达到９００个,复购升到３０％\n- KR2：粉丝达到10W\n"
)
SAFE = TEXT.replace("９００个,", "900个，").replace("３０％", "30%")
UNSAFE = SAFE.replace("10W", "10万")


def test_only_safe_fixes_are_made_unless_others_are_asked_for() -> None:
    safe = okrlint.fix_text(TEXT, config=CONFIG)
    assert (safe.text, safe.before, safe.changed) == (SAFE, TEXT, True)
    assert [finding.code for finding in safe.findings] == ["HY001"]
    assert [finding.code for finding in safe.report.findings] == ["HY002"]
    unsafe = okrlint.fix_text(TEXT, config=CONFIG, unsafe=True)
    assert unsafe.text == UNSAFE
    assert unsafe.report.findings == ()
    assert applied(TEXT, unsafe.changes) == UNSAFE


def test_what_has_nothing_to_fix_stays_as_it_is() -> None:
    done = okrlint.fix_text(UNSAFE, config=CONFIG)
    assert (done.text, done.changed, done.findings, done.changes) == (UNSAFE, False, (), ())
    broken = okrlint.fix_text("a: [", "yaml")
    assert (broken.text, broken.report.failed) == ("a: [", True)


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "gb18030"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", [True, False])
def test_a_file_keeps_its_encoding_its_mark_and_its_line_ends(
    write: Write, mark: str, encoding: str, ending: str, last: bool
) -> None:
    def as_bytes(text: str) -> bytes:
        lines = text if last else text.removesuffix("\n")
        wide_mark = "\ufeff" if encoding == "utf-16-be" else ""
        return ((wide_mark or (mark if encoding != "utf-16" else "")) + lines.replace("\n", ending)).encode(encoding)

    path = write("q2.md", as_bytes(TEXT))
    done = okrlint.fix_file(path, config=CONFIG, unsafe=True)
    assert path.read_bytes() == as_bytes(UNSAFE)
    assert applied(done.before, done.changes) == done.text
    assert okrlint.fix_file(path, config=CONFIG, unsafe=True).changed is False


def test_mixed_line_ends_and_odd_characters_stay(write: Write) -> None:
    text = "## O1: Feel 😀 at home\r\n\r\n- KR1: ９０ guests e\u0301 return\n- KR2: 5 \u2028\x0bcafés\r- KR3: ５\u3000b"
    path = write("q2.md", text)
    okrlint.fix_file(path, config=CONFIG)
    assert path.read_bytes().decode() == text.replace("９０", "90").replace("５", "5")


def test_bytes_that_would_not_stay_are_not_touched(write: Write) -> None:
    data = ("\ufeff\ufeff" + TEXT).encode("utf-16-le")  # two marks, neither of which is read as text
    path = write("q2.md", data)
    done = okrlint.fix_file(path, config=CONFIG)
    assert path.read_bytes() == data
    assert not done.changed
    assert "EN009" in [finding.code for finding in done.report.findings]
    assert not done.report.failed
    surrogate = okrlint.fix_text(TEXT + "\ud83d", config=CONFIG)
    assert surrogate.text == TEXT + "\ud83d"
    assert "EN009" in [finding.code for finding in surrogate.report.findings]


def test_word_documents_are_left_and_no_fix_is_offered(tmp_path: Path) -> None:
    word = WordDocument()
    word.add_heading("O1: Feel at home", 1)
    for words in ("KR1: ９０ guests return", "KR2: 40 guests stay"):
        word.add_paragraph(words, style="List Bullet")
    word.save(str(tmp_path / "q2.docx"))
    before = (tmp_path / "q2.docx").read_bytes()
    done = okrlint.fix_paths([tmp_path], config=CONFIG)
    assert (tmp_path / "q2.docx").read_bytes() == before
    assert done.files == ()
    assert [(finding.code, finding.fix) for finding in done.report.findings] == [("HY001", None)]
    assert not done.report.failed


def test_findings_in_a_workbook_offer_no_fix(tmp_path: Path) -> None:
    rows = [("Objective", "Key result"), ("Feel at home", "９０ guests return"), ("", "40 guests stay")]
    (tmp_path / "q2.xlsx").write_bytes(workbook({"OKR": rows}))
    report = okrlint.lint_file(tmp_path / "q2.xlsx", config=CONFIG)
    assert [(finding.code, finding.place, finding.fix) for finding in report.findings] == [("HY001", "OKR!B2", None)]


def test_files_and_folders_are_found_as_linting_finds_them(write: Write, tmp_path: Path) -> None:
    write("okrs/q2.md", TEXT)
    write("okrs/done.md", UNSAFE)
    write("okrs/archive/q1.md", TEXT)
    write("okrs/readme.md", "# ９ lives,无 OKR\n")
    write("okrs/okrlint.toml", 'select = ["HY"]\nexclude = ["archive/"]\n')
    before = okrlint.lint_paths([tmp_path])
    done = okrlint.fix_paths([tmp_path])
    assert [Path(each.path).name for each in done.files] == ["q2.md"]
    assert (tmp_path / "okrs/q2.md").read_text("utf-8") == SAFE
    assert (tmp_path / "okrs/archive/q1.md").read_text("utf-8") == TEXT
    assert (tmp_path / "okrs/readme.md").read_text("utf-8") == "# ９ lives,无 OKR\n"
    assert done.report == okrlint.lint_paths([tmp_path])
    assert len(done.report.findings) == len(before.findings) - 1
    assert done.files[0].report.findings == done.report.findings


def test_the_contents_decide_the_configuration_per_file(write: Write) -> None:
    one, two = write("a/q2.md", TEXT), write("b/q2.md", TEXT)
    write("a/okrlint.toml", 'ignore = ["HY001"]\n')
    okrlint.fix_paths([one, two])
    assert one.read_text("utf-8") == TEXT
    assert two.read_text("utf-8") == SAFE


def test_nothing_is_written_where_only_a_look_is_wanted(write: Write) -> None:
    path = write("q2.md", TEXT)
    done = okrlint.fix_paths([path], config=CONFIG, write=False)
    assert done.files[0].text == SAFE
    assert path.read_text("utf-8") == TEXT


def test_a_file_that_does_not_change_is_not_written(write: Write) -> None:
    path = write("q2.md", UNSAFE)
    before = path.stat()
    okrlint.fix_file(path, config=CONFIG)
    after = path.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_permissions_and_links_stay(write: Write, tmp_path: Path) -> None:
    path = write("real/q2.md", TEXT)
    path.chmod(0o640)
    link = tmp_path / "q2.md"
    link.symlink_to("real/q2.md")
    done = okrlint.fix_paths([link, path], config=CONFIG)
    assert len(done.files) == 1
    assert link.is_symlink()
    assert path.read_text("utf-8") == SAFE
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [each.name for each in path.parent.iterdir()] == ["q2.md"]
    looked = okrlint.fix_paths([link, path], config=CONFIG | {"select": ["HY002"]}, unsafe=True, write=False)
    assert len(looked.files) == 1


def test_a_file_that_changed_meanwhile_is_not_overwritten(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("q2.md", TEXT)
    lint = fixer.lint_job

    def lint_while_somebody_writes(*args: object) -> object:
        path.write_text(TEXT + "- KR3: 5\n", encoding="utf-8")
        return lint(*args)

    monkeypatch.setattr(fixer, "lint_job", lint_while_somebody_writes)
    done = okrlint.fix_file(path, config=CONFIG)
    assert path.read_text("utf-8") == TEXT + "- KR3: 5\n"
    assert (done.changed, done.findings, done.report.failed) == (False, (), True)
    assert [finding.code for finding in done.report.findings] == ["EN010", "HY001", "HY002"]
    assert [each.name for each in path.parent.iterdir()] == ["q2.md"]


@pytest.mark.parametrize("where", ["os.replace", "os.open", "os.chmod"])
def test_a_file_that_cannot_be_written_stays_whole(write: Write, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    def refuse(*args: object, **options: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = write("q2.md", TEXT)
    monkeypatch.setattr(where, refuse)
    done = okrlint.fix_paths([path], config=CONFIG)
    assert path.read_text("utf-8") == TEXT
    assert done.files == ()
    assert done.report.failed
    assert "cannot be written: Permission denied" in next(
        finding.message for finding in okrlint.fix_paths([path], config={**CONFIG, "lang": "en"}).report.findings
    )
    assert [each.name for each in path.parent.iterdir()] == ["q2.md"]


def test_a_read_only_file_is_not_replaced(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("q2.md", TEXT)
    path.chmod(0o444)
    monkeypatch.setattr(os, "access", lambda *args: False)  # root may write anything
    assert okrlint.fix_file(path, config=CONFIG).report.failed
    assert path.read_text("utf-8") == TEXT


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    done = okrlint.fix_file(tmp_path / "q2.md")
    assert (done.text, done.changed, done.report.failed) == ("", False, True)
    assert [finding.code for finding in done.report.findings] == ["EN001"]


# The text of an edit in the ways of each format


def fixed(text: str, format: str, *, unsafe: bool = True) -> str:
    done = okrlint.fix_text(text, format, "okr/q2", config=CONFIG, unsafe=unsafe)
    assert not [finding for finding in done.report.findings if finding.code.startswith("EN")]
    return done.text


@pytest.mark.parametrize(
    ("format", "before", "after"),
    [
        ("json", '"投诉降到５件,复购30％"', '"投诉降到5件，复购30%"'),
        ("json", r'"投诉降到\uFF15件"', '"投诉降到5件"'),
        ("json", r'"\uFF15\uff16 cafés \u00e9"', r'"56 cafés \u00e9"'),
        ("json", r'"say \"９\" twice"', r'"say \"9\" twice"'),
        ("json", r'"粉丝达到10\u0057"', '"粉丝达到10万"'),
        ("yaml", "投诉降到５件,复购30％", "投诉降到5件，复购30%"),
        ("yaml", "'it''s ９０ guests'", "'it''s 90 guests'"),
        ("yaml", r'"\uFF19\uFF10 guests"', '"90 guests"'),
        ("yaml", ">-\n    投诉降到件,\n    复购升到３０％", ">-\n    投诉降到件，\n    复购升到30%"),
        ("yaml", "|-\n    投诉降到５件", "|-\n    投诉降到5件"),
        ("yaml", "％５ of guests return", "％５ of guests return"),
        ("yaml", "Beds fall to 5，trust grows", "Beds fall to 5，trust grows"),
        ("yaml", "粉丝达到10W", "粉丝达到10万"),
        ("toml", '"投诉降到５件,复购30％"', '"投诉降到5件，复购30%"'),
        ("toml", r'"\uFF19０ guests"', '"90 guests"'),
        ("toml", "'９０ guests'", "'90 guests'"),
    ],
)
def test_a_statement_in_data(format: str, before: str, after: str) -> None:
    shapes = {
        "json": '{{"okrs": [{{"objective": "Feel at home", "key_results": [{}, "40 guests stay"]}}]}}\n',
        "yaml": "okrs:\n- objective: Feel at home\n  key_results:\n  - {}\n  - 40 guests stay\n",
        "toml": '[[okrs]]\nobjective = "Feel at home"\nkey_results = [{}, "40 guests stay"]\n',
    }
    assert fixed(shapes[format].format(before), format) == shapes[format].format(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("９０ guests return", "90 guests return"),
        ('"９０ guests, all ""new"""', '"90 guests, all ""new"""'),
        ("Beds fall，trust grows to 5", "Beds fall，trust grows to 5"),
        ('"投诉降到５件,复购30％"', '"投诉降到5件，复购30%"'),
    ],
)
def test_a_statement_in_a_table_of_commas(before: str, after: str) -> None:
    shape = "Objective,Key Result\nFeel at home,{}\nFeel at home,40 guests stay\n"
    assert fixed(shape.format(before), "csv") == shape.format(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Use `ＡＢ` in ５ shops", "Use `ＡＢ` in 5 shops"),
        ("Use ``Ａ`Ｂ`` in ５ shops", "Use ``Ａ`Ｂ`` in 5 shops"),
        ("投诉降到件,\n  复购升到30%", "投诉降到件，\n  复购升到30%"),
        ("１. Reach 5 shops", "１. Reach 5 shops"),
        ("Grow ！[x](y) to 5", "Grow ！[x](y) to 5"),
        ("**５**０ shops", "**５**０ shops"),
    ],
)
def test_markup_is_not_harmed(before: str, after: str) -> None:
    shape = "## O1: Feel at home\n\n- KR1: {}\n- KR2: 40 guests stay\n"
    assert fixed(shape.format(before), "markdown") == shape.format(after)


@pytest.mark.parametrize(
    ("format", "values", "after"),
    [
        ("json", ('"6/10"', '"4/10"', "0.5"), ('"6/10"', '"4/10"', "0.5")),  # a bare 5/10 is no JSON
        ("json", ('"6/10"', '"4/10"', '"50%"'), ('"6/10"', '"4/10"', '"5/10"')),
        ("json", ("0.6", "0.4", '"5/10"'), ("0.6", "0.4", '"0.5"')),
        ("json", ("0.6", "0.4", "7"), ("0.6", "0.4", "0.7")),
        ("yaml", ("6/10", "4/10", "0.5"), ("6/10", "4/10", "5/10")),
        ("toml", ("0.6", "0.4", "7"), ("0.6", "0.4", "0.7")),
        ("toml", ('"60%"', '"40%"', "0.5"), ('"60%"', '"40%"', "0.5")),
    ],
)
def test_confidence_on_one_scale(format: str, values: tuple[str, ...], after: tuple[str, ...]) -> None:
    shapes = {
        "json": '{{"okrs": [{{"objective": "Feel at home", "key_results": [{}]}}]}}\n',
        "yaml": "okrs:\n- objective: Feel at home\n  key_results:\n{}",
        "toml": '[[okrs]]\nobjective = "Feel at home"\n{}',
    }
    parts = {
        "json": ('{{"title": "{} guests return", "confidence": {}}}', ", "),
        "yaml": ("  - title: {} guests return\n    confidence: {}\n", ""),
        "toml": ('\n[[okrs.key_results]]\ntitle = "{} guests return"\nconfidence = {}\n', ""),
    }

    def written(values: tuple[str, ...]) -> str:
        part, joint = parts[format]
        return shapes[format].format(joint.join(part.format(41 + at, value) for at, value in enumerate(values)))

    assert fixed(written(values), format) == written(after)


@pytest.mark.parametrize(
    ("format", "value", "after"),
    [
        ("json", '"7/10"', '"0.7"'),
        ("json", '"0,8"', '"0.8"'),
        ("yaml", "7/10", "0.7"),
        ("toml", '"7/10"', '"0.7"'),
    ],
)
def test_scores_on_one_scale(format: str, value: str, after: str) -> None:
    shape = {
        "json": '{{"okrs": [{{"objective": "Feel at home", "key_results": [{{"title": "41 return", "score": 0.6}}, '
        '{{"title": "42 stay", "score": {}}}]}}]}}\n',
        "yaml": "okrs:\n- objective: Feel at home\n  key_results:\n  - title: 41 return\n    score: 0.6\n"
        "  - title: 42 stay\n    score: {}\n",
        "toml": '[[okrs]]\nobjective = "Feel at home"\n\n[[okrs.key_results]]\ntitle = "41 return"\nscore = 0.6\n\n'
        '[[okrs.key_results]]\ntitle = "42 stay"\nscore = {}\n',
    }[format]
    assert fixed(shape.format(value), format) == shape.format(after)


def test_a_score_in_a_quoted_cell() -> None:
    shape = 'Objective,Key Result,Score\nFeel at home,41 return,0.6\nFeel at home,42 stay,"{}"\n'
    assert fixed(shape.format("0,8"), "csv") == shape.format("0.8")
