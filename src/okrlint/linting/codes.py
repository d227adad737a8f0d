"""What codes look like, and what the engine itself has to say: EN0xx, and those that no rule can see."""

from typing import NamedTuple

from okrlint.linting.interface import Severity
from okrlint.model import Words

CODE = r"[A-Z]{2,10}[0-9]{3,4}"
"""What the code of a rule looks like: a family of letters, and a number."""


class EngineCode(NamedTuple):
    """A code of the engine.

    Attributes:
        fatal: whether it means that the job could not be done (exit code 2).
    """

    code: str
    name: str
    severity: Severity
    fatal: bool
    summary: Words


ENGINE_CODES: dict[str, EngineCode] = {
    entry.code: entry
    for entry in (
        EngineCode(
            "EN001",
            "unreadable-file",
            Severity.ERROR,
            True,
            Words("A file or folder cannot be read.", "文件或文件夹无法读取。"),
        ),
        EngineCode(
            "EN002",
            "not-text",
            Severity.ERROR,
            True,
            Words("A file is not text in an encoding that okrlint reads.", "文件不是 okrlint 能读的编码的文本。"),
        ),
        EngineCode(
            "EN003",
            "part-not-understood",
            Severity.WARNING,
            False,
            Words("A part of a document was not understood.", "文档中有一部分没有读懂。"),
        ),
        EngineCode(
            "EN004",
            "over-limit",
            Severity.ERROR,
            True,
            Words("A document is over a limit of size, depth or number.", "文档超过了大小、深度或数量的上限。"),
        ),
        EngineCode(
            "EN005",
            "broken-syntax",
            Severity.ERROR,
            True,
            Words("A document breaks the syntax of its format.", "文档不符合其格式的语法。"),
        ),
        EngineCode(
            "EN006",
            "rule-crashed",
            Severity.ERROR,
            True,
            Words("A rule, a reader or a word list failed.", "规则、读取器或词表出错。"),
        ),
        EngineCode(
            "EN007",
            "old-encoding",
            Severity.INFO,
            False,
            Words("A file was read in another encoding than UTF-8.", "文件以 UTF-8 以外的编码读取。"),
        ),
        EngineCode(
            "EN008",
            "missing-extra",
            Severity.ERROR,
            True,
            Words("Reading a file needs a library that is not installed.", "读取文件所需的库没有安装。"),
        ),
        EngineCode(
            "EN009",
            "not-fixed",
            Severity.INFO,
            False,
            Words("A file holds what could be fixed, and was left as it is.", "文件中有可以修正之处，但没有改动。"),
        ),
        EngineCode(
            "EN010",
            "not-written",
            Severity.ERROR,
            True,
            Words("A fixed file could not be written.", "修正后的文件无法写入。"),
        ),
        EngineCode(
            "EN011",
            "fix-refused",
            Severity.ERROR,
            True,
            Words(
                "The fix of a rule would have damaged a document, or comes to no end.",
                "某条规则的修正会损坏文档，或者没有尽头。",
            ),
        ),
        EngineCode(
            "EN012",
            "stale-baseline",
            Severity.INFO,
            False,
            Words("A baseline knows findings that are no longer there.", "基线文件中有已不存在的问题。"),
        ),
        EngineCode(
            "EN013",
            "not-linted",
            Severity.ERROR,
            True,
            Words("A file could not be linted.", "文件未能检查。"),
        ),
        EngineCode(
            "EN014",
            "history-incomplete",
            Severity.WARNING,
            False,
            Words("Git does not tell all of the past.", "git 没有给出全部历史。"),
        ),
        EngineCode(
            "HY005",
            "unused-suppression",
            Severity.WARNING,
            False,
            Words("Every suppression suppresses something.", "每一处抑制都确有所抑制。"),
        ),
        EngineCode(
            "HY006",
            "suppression-without-reason",
            Severity.WARNING,
            False,
            Words("Every suppression says why, where configuration asks for it.", "配置要求时，每一处抑制都说明理由。"),
        ),
        EngineCode(
            "ST008",
            "not-an-okr-document",
            Severity.ERROR,
            True,
            Words("Nothing of an OKR was recognised in a file.", "文件中没有识别出任何 OKR。"),
        ),
    )
}
