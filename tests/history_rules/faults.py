"""The forty faults that are planted, each with the rule that has to find it."""

from collections.abc import Sequence
from dataclasses import dataclass

from edits import Event, at, entry, field, removed, renamed, weekly, words


@dataclass(frozen=True)
class Plant:
    """Something planted: the rule that is to find it, or to leave it alone, and where.

    `item` is a name of a key result, an objective or a document. What is gone at the end is known by the words that
    it had (`gone`), in the file of the document `item`. `old` is the value that the message has to show, beside day,
    commit and author of the first event. A finding of `code` on any of `also` counts, too.
    """

    code: str
    item: str
    events: Sequence[Event] = ()
    old: str = ""
    gone: str = ""
    also: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.code} {self.item}{f': {self.gone}' if self.gone else ''}"


# Weeks of a quarter, in tenths of confidence and percent of progress.
_SAME = [5] * 11
_SLOW = [0, 5, 9, 14, 18, 23, 27, 33, 38, 42, 47]
_SINKING = [5, 6, 6, 5, 5, 4, 4, 5, 5, 4, 4]
_STUCK = [0, 6, 12, 18, 24, 30, 35, 38, 40, 40, 40]

FAULTS = [
    # A goalpost that moved: target, baseline, deadline, weight, words; after the end; in a merge; with a rename.
    Plant("LC002", "target-lowered", [at("03-03", "Weekly update", words("target-lowered", "900", "500"))], old="900"),
    Plant(
        "LC002",
        "words-narrowed",
        [at("02-24", "Update OKRs", words("words-narrowed", "all six regions", "the northern region"))],
        old="all six regions",
    ),
    Plant("LC002", "relaxed-upward", [at("02-17", "Growth OKRs", words("relaxed-upward", "to 4", "to 7"))], old="4"),
    Plant(
        "LC002",
        "after-end-target",
        [
            at(
                "04-14",
                "Scores of Q1",
                words("after-end-target", "160", "110"),
                field("after-end-target", "score", "1.0"),
            )
        ],
        old="160",
    ),
    Plant(
        "LC002", "target-lowered-zh", [at("03-05", "更新进度", words("target-lowered-zh", "600家", "400家"))], old="600"
    ),
    Plant(
        "LC002", "deadline-zh", [at("02-20", "整理文档", field("deadline-zh", "due", "2026-03-31"))], old="2026-02-28"
    ),
    Plant(
        "LC002",
        "after-end-words",
        [at("04-16", "一季度收尾", words("after-end-words", "全部核心接口", "两个核心接口"))],
        old="全部核心接口",
    ),
    Plant("LC002", "baseline-zh", [at("02-26", "更新OKR", words("baseline-zh", "由5秒", "由4秒"))], old="5"),
    Plant("LC002", "target-field", [at("03-10", "Supply: week 10", field("target-field", "target", "65"))], old="80"),
    Plant(
        "LC002",
        "deadline-field",
        [at("02-24", "Supply: week 8", field("deadline-field", "due", "2026-03-27"))],
        old="2026-02-27",
    ),
    Plant(
        "LC002",
        "weight-down",
        [at("02-19", "Update weights", field("weight-down", "weight", "10%"), field("weight-up", "weight", "60%"))],
        old="40%",
    ),
    Plant("LC002", "weight-up", old="30%"),
    Plant(
        "LC002",
        "merged-silently",
        [at("05-08", "Spring figures", words("merged-silently", "200", "120"), merged="05-12")],
        old="200",
    ),
    Plant(
        "LC002",
        "lowered-in-rename",
        [
            at(
                "05-06",
                "Rename the file of Q2",
                renamed("g2", "growth/okr-2026-q2.md"),
                words("lowered-in-rename", "110", "70"),
            )
        ],
        old="110",
    ),
    Plant("LC002", "o-words-zh", [at("05-19", "更新OKR", words("o-words-zh", "全国", "华东"))], old="全国"),
    # Vanished.
    Plant(
        "LC003", "g1", [at("02-25", "Weekly update", removed("removed-en"))], gone="Owners with a second staff login"
    ),
    Plant("LC003", "p1", [at("03-06", "更新进度", removed("removed-zh"))], gone="移动端崩溃次数"),
    Plant("LC003", "s1", [at("03-04", "Supply: week 9", removed("removed-yaml"))], gone="Damaged parcels"),
    Plant("LC003", "g2", [at("05-20", "Tidy up", removed("o-gone"))], gone="Charm the office crowd at lunch"),
    Plant("LC003", "p2", [at("05-21", "更新进度", removed("removed-zh-2"))], gone="夜间值班告警"),
    # Rolled over as it was.
    Plant("LC004", "rolled-en-2"),
    Plant("LC004", "rolled-zh-2"),
    Plant("LC004", "rolled-yaml-2"),
    Plant("LC004", "o-fair-2", also=("rolled-whole-b2", "rolled-whole-c2")),
    # Entries of long ago.
    Plant(
        "LC005",
        "backdated-en",
        [at("02-20", "Add check-ins", entry("backdated-en", "01-22", "6 lessons held, the mayor came"))],
    ),
    Plant(
        "LC005",
        "backdated-zh",
        [at("05-15", "补充记录", entry("backdated-zh", "04-20", "开启比例到28%，短信提醒已上线"))],
    ),
    Plant(
        "LC005",
        "backdated-yaml",
        [at("05-27", "Supply: notes", entry("backdated-yaml", "05-01", "38% planned the evening before"))],
    ),
    # Confidence: frozen, falling, jumping at the end.
    Plant("CF005", "flat-en", [at("04-01", "Growth: settle Q2", weekly("flat-en", confidence=_SAME, progress=_SLOW))]),
    Plant("CF005", "flat-zh", [at("04-01", "二季度措辞", weekly("flat-zh", confidence=_SAME, progress=_SLOW))]),
    Plant(
        "CF006", "drop-en", [at("04-02", "Q2 wording", weekly("drop-en", confidence=[5, 6, 6, 7, 7, 6, 7, 3, 4, 5, 4]))]
    ),
    Plant(
        "CF006", "drop-zh", [at("04-02", "二季度定稿", weekly("drop-zh", confidence=[5, 6, 5, 6, 7, 7, 6, 7, 4, 5, 4]))]
    ),
    Plant(
        "CF009",
        "jump-at-end-en",
        [
            at("06-18", "Figures", field("jump-at-end-en", "confidence", "9/10")),
            at("04-02", "Wording", weekly("jump-at-end-en", confidence=_SINKING, progress=_STUCK)),
        ],
    ),
    Plant(
        "CF009",
        "jump-at-end-yaml",
        [
            at("06-17", "Supply: figures", field("jump-at-end-yaml", "confidence", "90%")),
            at("04-02", "Supply: wording", weekly("jump-at-end-yaml", confidence=_SINKING, progress=_STUCK)),
        ],
    ),
    # Documents that nobody follows up, or that came late. What happens to them is in the weekly updates.
    Plant("CK001", "partners"),
    Plant("CK001", "desk"),
    Plant("CK002", "brand"),
    Plant("CK002", "data"),
    Plant("LC001", "events"),
    Plant("LC001", "safety"),
    Plant("LC001", "half-year"),
]
