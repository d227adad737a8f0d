"""HY002."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from okrlint.plugins import (
    Context,
    Edit,
    Examples,
    Fix,
    Hit,
    Item,
    ItemRule,
    Meta,
    RuleOptions,
    Severity,
    Text,
    Words,
    fold,
    fold_width,
    language_of,
)
from okrlint_rules.hygiene.spelling import exact_place
from okrlint_rules.hygiene.texts import texts_of


class AmbiguousMagnitude(ItemRule):
    """A letter for a magnitude has one reading.

    What it checks: W behind a number, which is ten thousand in Chinese chat and watt elsewhere; M behind a number in a
    sentence about storage, which is a million or a megabyte; 兆, which is a million in one standard and a million
    millions in another. Watts beside a lamp or a charger, 5G and 4G, bandwidth, and units written in full (MB, 兆瓦)
    are clear. In Chinese text a fix writes 万 for W, with `--unsafe-fixes`.

    Why: the trainer's case writes its targets in W; a reader from another place, or a tool, is off by any factor.

    When to switch it off: where all readers share the habit.
    """

    manual_zh = """表示数量级的字母只能有一种读法。

    检查什么：数字后的 W（中文聊天里是“万”，别处是瓦）；讲存储的句子里数字后的 M（百万还是兆字节）；
    “兆”（百万还是万亿）。灯泡、充电器的瓦数，5G、4G，带宽，写全的单位（MB、兆瓦）都很清楚，不报。
    中文里可以用 `--unsafe-fixes` 把 W 改成“万”。

    为什么：培训师案例里的目标值就用 W 写；换个地方的读者或别的工具会读错好几个数量级。

    何时关闭：所有读者都习惯这种写法时。
    """

    meta = Meta(
        code="HY002",
        name="ambiguous-magnitude",
        summary=Words("A letter for a magnitude has one reading.", "表示数量级的字母只能有一种读法。"),
        severity=Severity.WARNING,
        tier=3,
        sources=("SEED", "OKRLINT"),
        since="0.1.0",
        dropped=True,
    )

    class Options(RuleOptions):
        """Which letters are clear to everybody."""

        accept: tuple[Literal["W", "M", "兆"], ...] = ()
        about = {
            "accept": Words(
                "Magnitudes that have one reading in this house: W (ten thousand), M (a million), 兆.",
                "本单位只有一种读法的写法：W（万）、M（百万）、兆。",
            )
        }

    options: Options

    messages = {
        "W": Words(
            "“{words}” is ten thousands to some and watts to others; write all its digits ({number} times 10,000)",
            "“{words}”有人读作“万”，有人读作瓦；请写成“{number}万”",
        ),
        "M": Words(
            "“{words}” is a million to some and megabytes to others; write “{number} MB” or “{number} million”",
            "“{words}”可以是百万，也可以是兆字节；请写成“{number} MB”或“{number}百万”",
        ),
        "兆": Words(
            "“{words}” is a million in one standard and a million millions in another; write the number with 万 or 亿, "
            "or the unit in full",
            "“{words}”既可指百万，也可指万亿；请改用“万”“亿”，或写全单位（例如“<数字> MB”）",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                "The museum shop reaches ⟦25W⟧ buyers",
                "Store at most ⟦8M⟧ per visitor",
                "Win ⟦12W⟧ followers for the museum",
            ),
            "zh": (
                "博物馆文创店买家达到⟦25W⟧",
                "直播觀看人數突破⟦1.5w⟧",
                "展品图片缓存控制在⟦8M⟧",
                "修缮预算控制在⟦5兆⟧",
            ),
        },
        good={
            "en": (
                "The museum shop reaches 250k buyers",
                "Replace 400 lamps of 100W by lamps of 9W",
                "Store at most 8 MB per visitor",
                "Reach 8M visitors",
                "5G covers all halls at 10M bandwidth",
            ),
            "zh": (
                "博物馆文创店买家达到25万",
                "展厅灯具功率由100W降到9W",
                "直播觀看人數突破1.5萬",
                "光伏装机达到5兆瓦",
                "展厅宽带提速到500兆",
            ),
        },
    )

    def check(self, item: Item, context: Context) -> Iterator[Hit]:
        for text in texts_of(item):
            for letter, start, end in _ambiguous(fold_width(text.value)):
                if letter in self.options.accept:
                    continue
                words = text.value[start:end]
                fix = _fix(text, end - 1) if letter == "W" and language_of(text.value) == "zh" else None
                span = text.locate(start, end)
                yield self.hit(span, letter, fix=fix, words=words, number=words[:-1].strip())


def _ambiguous(value: str) -> Iterator[tuple[str, int, int]]:
    """Yield the magnitudes of a text that have two readings: which, and where each stands with its number."""
    if _hint().search(value) is None:
        return
    words = fold(value)
    found = list(_magnitude().finditer(words))
    if not found:
        return
    counts_only = language_of(value) == "en"
    is_power = _watts().search(words) is not None
    is_bandwidth = _bandwidth().search(words) is not None
    is_storage = _stored().search(words) is not None
    for match in found:
        letter, is_counted = match["letter"].upper(), bool(match["counted"])
        if letter == "W":
            is_clear = is_power or (counts_only and not is_counted)
        else:
            is_clear = is_bandwidth or (letter == "M" and (is_counted or not is_storage))
        if not is_clear:
            yield letter, match.start(), match.end("letter")


def _fix(text: Text, at: int) -> Fix | None:
    """Return the replacement of W by 万, in the author's script, where the letter stands in the source."""
    span = exact_place(text, at, at + 1)
    if span is None:
        return None
    is_traditional = fold(text.value) != fold_width(text.value)
    wan = "萬" if is_traditional else "万"
    return Fix(False, Words(f"write {wan}", f"改为“{wan}”"), (Edit(span, wan),))


@cache
def _hint() -> re.Pattern[str]:
    """What each magnitude has; it is found, or found to be missing, in a fraction of the time."""
    return re.compile(r"\d ?[wWM兆]", re.ASCII)


@cache
def _magnitude() -> re.Pattern[str]:
    """A number, a letter or 兆, and whether a word that is counted follows."""
    return re.compile(
        r"(?<![A-Za-z0-9_./-])\d{1,9}(?:\.\d{1,3})?\ ?"
        r"(?:(?P<letter>[wWM](?![A-Za-z0-9_/-])|兆(?![瓦赫字比帕欧焦伏位]))(?P<counted>\ (?!per\b)[a-z]{3,20}s\b)?)",
        re.ASCII,
    )


@cache
def _watts() -> re.Pattern[str]:
    """Words of what has a power in watts."""
    return re.compile(
        r"\b(?:watts?|lamps?|bulbs?|leds?|chargers?|charging|power|solar|heaters?|panels?|kw|psu)\b"
        r"|瓦|功率|充电|快充|光伏|装机|灯|电源|适配器|功耗|音箱",
        re.ASCII | re.IGNORECASE,
    )


@cache
def _stored() -> re.Pattern[str]:
    """Words of what is stored."""
    return re.compile(
        r"\b(?:stor(?:e|es|ed|ing|age)|memory|disks?|ram|caches?|files?|uploads?|attachments?|logs)\b"
        r"|内存|存储|磁盘|文件|缓存|附件|安装包|包体",
        re.ASCII | re.IGNORECASE,
    )


@cache
def _bandwidth() -> re.Pattern[str]:
    return re.compile(r"\b(?:bandwidth|broadband|mbps|uplink)\b|带宽|宽带|网速|光纤|专线", re.ASCII | re.IGNORECASE)
