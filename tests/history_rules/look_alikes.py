"""What looks like a fault and is none: each with the rule that has to leave it alone."""

from documents import Document
from edits import added, at, entry, field, line, put, removed, renamed, tail, weekly, words
from faults import Plant
from team_documents import World

_SLOW = [0, 5, 9, 14, 18, 23, 27, 33, 38, 42, 47]
_UP = [5, 6, 5, 6, 7]


def _archived(world: World) -> None:
    world.documents["s1"].path = "archive/supply-2026-q1.yaml"


def _other_bullets(world: World) -> None:
    world.documents["g2"].bullet = "*"


def _other_order(world: World) -> None:
    world.objectives["o-order-zh"].key_results.reverse()
    world.documents["p2"].objectives.reverse()


def _split_off(world: World) -> None:
    objective = world.objectives["o-harbour"]
    world.documents["s2"].objectives.remove(objective)
    world.documents["harbour"] = Document(
        "supply/2026-q2-harbour.yaml", "yaml", "Harbour OKRs 2026-Q2", "2026-Q2", [objective]
    )


def _old_entry_mended(world: World) -> None:
    entries = world.key_results["old-entry-mended"].entries
    place = next(index for index, (_, text) in enumerate(entries) if text.endswith("认正"))
    entries[place] = (entries[place][0], "已有6个应用通过认证")


def _in_tenths(world: World) -> None:
    item = world.key_results["scale-rewritten"]
    assert item.fields["confidence"].endswith("0%")
    item.fields["confidence"] = item.fields["confidence"].removesuffix("0%") + "/10"


def _scored(world: World) -> None:
    for each in world.home("scored-zh").key_results:
        each.fields["score"] = "0.7"
    world.documents["p1"].tail += ["## 复盘", "", "- 学到：开放接口的文档比功能更重要"]


LOOK_ALIKES = [
    # Explained: in the commit, in the document, in a check-in; soon or later.
    Plant(
        "LC002",
        "trailer",
        [
            at(
                "03-04",
                "Lower trial bookings\n\nOKR-Change: the trade fair was called off\n",
                words("trailer", "90", "60"),
            )
        ],
    ),
    Plant(
        "LC002",
        "because",
        [at("02-27", "Contracts with kiosk chains: 15 because the channel closed", words("because", "25", "15"))],
    ),
    Plant(
        "LC002",
        "colon-tells",
        [at("03-13", "Gift wraps 210 -> 150: the budget for paper was cut", words("colon-tells", "210", "150"))],
    ),
    Plant("LC002", "reason-zh", [at("03-11", "下调加盟目标，因为渠道关停", words("reason-zh", "50家", "25家"))]),
    Plant(
        "LC002",
        "line-in-file",
        [
            at(
                "05-13",
                "Weekly update",
                words("line-in-file", "300", "180"),
                line("line-in-file", "Change: 300 -> 180, the wholesale channel closed"),
            )
        ],
    ),
    Plant(
        "LC002",
        "later-reason-zh",
        [
            at("05-11", "更新OKR", words("later-reason-zh", "260家", "150家")),
            at("05-18", "更新进度", line("later-reason-zh", "变更原因：银行接口推迟到三季度开放")),
        ],
    ),
    Plant(
        "LC002",
        "entry-tells",
        [
            at(
                "05-14",
                "Weekly update",
                words("entry-tells", "80", "50"),
                entry("entry-tells", "05-14", "target lowered to 50, since the maker of the readers went bankrupt"),
            )
        ],
    ),
    Plant(
        "LC002",
        "change-log-zh",
        [
            at(
                "05-25",
                "更新OKR",
                words("change-log-zh", "88%", "70%"),
                tail(
                    "p2",
                    "## 变更记录",
                    "",
                    "- 2026-05-25：“退货当日入账的比例”目标由88%改为70%，原因：快递公司改为隔日回传",
                ),
            )
        ],
    ),
    Plant(
        "LC002",
        "changelog-en",
        [
            at(
                "02-18",
                "Weekly update",
                words("changelog-en", "75%", "50%"),
                tail(
                    "g1",
                    "## Changelog",
                    "",
                    "- 2026-02-18: target of “Tax forms filled in without help” 75% -> 50%, new forms come in April",
                ),
            )
        ],
    ),
    Plant(
        "LC002",
        "noted-yaml",
        [
            at(
                "05-20",
                "Supply: week 20",
                words("noted-yaml", "75%", "60%"),
                line("noted-yaml", 'note: "Change: 75% -> 60%, the second cold store opens in autumn only"'),
            )
        ],
    ),
    Plant(
        "LC002",
        "reason-on-branch",
        [
            at(
                "05-26",
                "Verified accounts: 480 -> 350 because the bank changed its checks",
                words("reason-on-branch", "480", "350"),
                merged="05-28",
            )
        ],
    ),
    # No goalpost, or not yet.
    Plant("LC002", "first-fortnight", [at("01-10", "Supply: settle", words("first-fortnight", "30", "24"))]),
    Plant("LC002", "typo-on-first-day", [at("2025-12-19", "Typo", words("typo-on-first-day", "9000", "900"))]),
    Plant("LC002", "planned-zh", [at("03-25", "二季度草案", words("planned-zh", "500次", "350次"))]),
    Plant("LC002", "owner-changed", [at("05-05", "Ben takes over", field("owner-changed", "owner", "Ben Novak"))]),
    Plant("LC002", "scored-zh", [at("04-08", "一季度打分", _scored)]),
    Plant(
        "LC002",
        "reverted",
        [
            at("02-18", "Weekly update", words("reverted", "240", "204")),
            at("02-19", 'Revert "Weekly update"', words("reverted", "204", "240")),
        ],
    ),
    # The same in other words, figures, marks, places.
    Plant("LC002", "unit-zh", [at("02-11", "统一单位", words("unit-zh", "由3万提升至10万", "由30,000提升至100,000"))]),
    Plant(
        "LC002",
        "share-rewritten",
        [
            at(
                "02-12",
                "Supply: percent everywhere",
                field("share-rewritten", "baseline", "70%"),
                field("share-rewritten", "target", "90%"),
            )
        ],
    ),
    Plant(
        "LC002",
        "weight-format-a",
        [
            at(
                "02-16",
                "Weights as shares of one",
                field("weight-format-a", "weight", "0.4"),
                field("weight-format-b", "weight", "0.3"),
                field("weight-format-c", "weight", "0.3"),
            )
        ],
        also=("weight-format-b", "weight-format-c"),
    ),
    Plant("LC002", "deadline-format", [at("05-19", "Dates in full", field("deadline-format", "due", "29 May 2026"))]),
    Plant("LC002", "typo-mended-en", [at("02-13", "Fix typos", words("typo-mended-en", "Acitve", "Active"))]),
    Plant("LC002", "typo-mended-zh", [at("02-13", "改错别字", words("typo-mended-zh", "续费律", "续费率"))]),
    Plant("LC002", "reformatted", [at("05-15", "Format with the new tool", _other_bullets)]),
    Plant("LC002", "reordered-a", [at("05-14", "调整顺序", _other_order)], also=("reordered-b", "reordered-c")),
    Plant("LC002", "other-place-1", [at("04-20", "Archive Q1", _archived)]),
    # Gone from its place, but not silently, or not for good.
    Plant("LC003", "g2", [at("05-13", "To the supply team", put("moved-to-team", "o-road", 1))], gone="Loading bays"),
    Plant(
        "LC003",
        "g1",
        [
            at(
                "02-26",
                "Weekly update",
                words(
                    "struck",
                    "Street food vans under contract from 3 to 30",
                    "~~Street food vans under contract from 3 to 30~~ dropped: the city closed the market",
                ),
            ),
        ],
        gone="Street food vans",
    ),
    Plant(
        "LC003",
        "p1",
        [at("03-12", "更新进度", words("stopped-zh", "至20场", "至20场（已终止：代理政策取消）"))],
        gone="县城代理商培训",
    ),
    Plant(
        "LC003",
        "s2",
        [
            at(
                "05-21",
                "Supply: one key result for each kind of customer",
                words("split", "schools and hospitals", "schools"),
                added("split-2", "o-road", "On-time deliveries to hospitals from 70% to 90%"),
            )
        ],
        gone="On-time deliveries",
    ),
    Plant(
        "LC003",
        "g2",
        [
            at(
                "06-04",
                "Weekly update",
                removed("listed-as-dropped"),
                tail("g2", "## Dropped", "", "* Sellers who film their shop from 0 to 85: the studio burned down"),
            )
        ],
        gone="Sellers who film their shop",
    ),
    Plant("LC003", "g2", [at("04-09", "Settle Q2", removed("dropped-early"))], gone="Prize draws joined"),
    Plant(
        "LC003",
        "p2",
        [at("05-27", "删除门店巡检的关键结果，因为巡检外包给了物业", removed("removal-explained-zh"))],
        gone="门店巡检",
    ),
    Plant(
        "LC003",
        "s1",
        [
            at("02-25", "Supply: tidy up", removed("mislaid")),
            at("02-26", "Supply: bring back what got lost", put("mislaid", "o-crew", 1)),
        ],
        gone="Sick days per picker",
    ),
    Plant("LC003", "g2", [at("03-24", "Second draft of Q2", removed("draft-dropped"))], gone="Welcome parcels"),
    # Goes on, but was thought over; or repeats by nature; or is another one.
    Plant("LC004", "new-target-2"),
    Plant("LC004", "health-zh-2"),
    Plant("LC004", "other-place-2"),
    # Entries that are old, but were there before, or are hardly late.
    Plant(
        "LC005",
        "three-days-old",
        [at("02-12", "Notes of Monday", entry("three-days-old", "02-09", "140 tables a day, two chains joined"))],
    ),
    Plant(
        "LC005",
        "old-entry-mended",
        [
            at("01-21", "更新进度", entry("old-entry-mended", "01-21", "已有6个应用通过认正")),
            at("03-02", "改错别字", _old_entry_mended),
        ],
    ),
    Plant(
        "LC005",
        "moved-to-team",
        [at("04-22", "Notes", entry("moved-to-team", "04-22", "2 bays shared, a third one is promised"))],
    ),
    # Confidence that may stand still, fall, or jump.
    Plant(
        "CF005",
        "near-done",
        [
            at(
                "04-02",
                "Wording",
                weekly(
                    "near-done",
                    confidence=[5, 6, 8, 8, 8, 8, 8, 8, 8, 8, 8],
                    progress=[0, 40, 78, 80, 82, 85, 88, 90, 91, 93, 95],
                ),
            )
        ],
    ),
    Plant(
        "CF006",
        "drop-explained",
        [
            at("04-03", "Wording", weekly("drop-explained", confidence=[*_UP, 7, 7, 6, 7, 6, 6])),
            at(
                "06-03",
                "Weekly update",
                field("drop-explained", "confidence", "4/10"),
                entry("drop-explained", "06-03", "the printer of the cards is on strike, so we switch to an app"),
                weekly("drop-explained", confidence=[*_UP, 7, 7, 6, 7, 4, 5]),
            ),
        ],
    ),
    Plant(
        "CF006",
        "scale-rewritten",
        [
            at(
                "02-20",
                "Supply: tenths",
                _in_tenths,
                weekly("scale-rewritten", confidence=[]),
            )
        ],
    ),
    Plant(
        "CF009",
        "jump-with-progress",
        [
            at(
                "04-03",
                "二季度措辞",
                weekly("jump-with-progress", confidence=[5, 6, 6, 5, 5, 4, 4, 5, 5, 4, 4], progress=_SLOW),
            ),
            at(
                "06-18",
                "更新进度",
                field("jump-with-progress", "confidence", "9/10"),
                field("jump-with-progress", "progress", "98%"),
            ),
        ],
    ),
    Plant(
        "CF009",
        "jump-mid-cycle",
        [
            at(
                "04-03",
                "Supply: settle Q2",
                weekly("jump-mid-cycle", confidence=[5, 4, 5, 4, 4, 8, 8, 7, 8, 7, 8]),
            )
        ],
    ),
    # Documents that are followed up by their fields, or that were there in time under another name.
    Plant("CK001", "fleet"),
    Plant("CK002", "returns"),
    Plant("LC001", "2025-q3"),
    Plant("LC001", "2025-q4"),
    Plant("LC001", "app"),
    Plant("LC001", "quality", [at("05-11", "统一文件名", renamed("quality", "平台/2026-q2-质量.md"))]),
    Plant("LC001", "harbour", [at("05-18", "The harbour gets a file of its own", _split_off)]),
]
