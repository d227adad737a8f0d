"""Documents of any size: plausible OKRs in every format, and the shapes that a slow reader would choke on."""

import json
from collections.abc import Callable, Iterator
from random import Random

_RESULTS = (
    "Raise {thing} of {group} from {low}% to {high}%",
    "Cut {thing} for {group} from {high} to {low} days",
    "{high} {group} recommend the new {thing} to a friend",
    "Launch {thing} for {group} in {low} cities by 2026-05-{day:02}",
    "将{zh_group}的{zh_thing}从{low}%提升到{high}%",
    "{zh_group}的{zh_thing}由{high}天缩短至{low}天",
    "5月{day}日前为{zh_group}上线新版{zh_thing}，覆盖{low}个城市",
)
_OBJECTIVES = (
    "Make {thing} something that {group} talk about ({serial})",
    "Become the first choice of {group} for {thing} ({serial})",
    "让{zh_group}真正喜欢上我们的{zh_thing}（{serial}）",
)
_THINGS = ("activation", "retention", "onboarding", "delivery time", "search quality", "the help centre", "invoicing")
_GROUPS = ("new shops", "couriers", "returning customers", "small teams", "partners in Europe", "first-time buyers")
_ZH_THINGS = ("次日留存率", "首单转化率", "客服响应", "搜索体验", "订单履约", "支付成功率", "知识库")
_ZH_GROUPS = ("新入驻商家", "骑手", "老客户", "一线员工", "海外伙伴", "首次购买的用户")
_OWNERS = ("Ana Ruiz", "Bob Lin", "Chen Yu", "王芳", "李强", "Dee Okafor")

Result = dict[str, str]
Objective = tuple[str, list[Result]]


def objectives(results: int = 3, seed: int = 1) -> Iterator[Objective]:
    """Yield objectives without end, each with so many key results, no two alike."""
    random = Random(seed)
    serial = 0
    while True:
        serial += 1
        words = _words(random, serial)
        yield (
            random.choice(_OBJECTIVES).format(**words),
            [
                {
                    "text": random.choice(_RESULTS).format(**_words(random, serial)),
                    "owner": random.choice(_OWNERS),
                    "due": f"2026-06-{random.randint(1, 30):02}",
                    "confidence": f"{random.randint(1, 9)}/10",
                }
                for _ in range(results)
            ],
        )


def _words(random: Random, serial: int) -> dict[str, str | int]:
    return {
        "thing": random.choice(_THINGS),
        "group": random.choice(_GROUPS),
        "zh_thing": random.choice(_ZH_THINGS),
        "zh_group": random.choice(_ZH_GROUPS),
        "low": random.randint(2, 40),
        "high": random.randint(41, 98),
        "day": random.randint(1, 28),
        "serial": serial,
    }


def _markdown(objective: Objective, number: int) -> str:
    text, results = objective
    lines = [f"## O{number}: {text}\n"]
    lines += [
        f"- KR{at}: {result['text']} (owner: {result['owner']}; due: {result['due']};"
        f" confidence: {result['confidence']})"
        for at, result in enumerate(results, 1)
    ]
    return "\n".join(lines) + "\n\n"


def _yaml(objective: Objective, number: int) -> str:
    text, results = objective
    lines = [f"  - objective: {text}", "    key_results:"]
    for result in results:
        lines.append(f"      - text: {result['text']}")
        lines += [f"        {key}: {result[key]}" for key in ("owner", "due", "confidence")]
    return "\n".join(lines) + "\n"


def _json(objective: Objective, number: int) -> str:
    text, results = objective
    item = json.dumps({"objective": text, "key_results": results}, ensure_ascii=False, indent=1)
    return f"{',' if number > 1 else ''}{item}\n"


def _toml(objective: Objective, number: int) -> str:
    text, results = objective
    lines = ["[[objectives]]", f"objective = {json.dumps(text, ensure_ascii=False)}"]
    for result in results:
        lines.append("[[objectives.key_results]]")
        lines += [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in result.items()]
    return "\n".join(lines) + "\n"


def _csv(objective: Objective, number: int) -> str:
    text, results = objective
    return "".join(
        f'"{text}","{result["text"]}",{result["owner"]},{result["due"]},{result["confidence"]}\n' for result in results
    )


_Part = Callable[[Objective, int], str]
_FORMATS: dict[str, tuple[str, _Part, str]] = {
    "markdown": ("# Growth team OKRs 2026-Q2\n\n", _markdown, ""),
    "yaml": ("team: Growth\ncycle: 2026-Q2\nobjectives:\n", _yaml, ""),
    "json": ('{"team": "Growth", "cycle": "2026-Q2", "objectives": [\n', _json, "]}\n"),
    "toml": ('team = "Growth"\ncycle = "2026-Q2"\n', _toml, ""),
    "csv": ("Objective,Key Result,Owner,Due,Confidence\n", _csv, ""),
}
FORMATS = tuple(_FORMATS)


def okrs(format: str, size: int, seed: int = 1) -> str:
    """Return plausible OKRs of about so many bytes of UTF-8.

    Args:
        format: one of `FORMATS`.
        size: in bytes; the last objective begins before it is reached.
        seed: another one gives other words.
    """
    head, part, tail = _FORMATS[format]
    parts = [head]
    length = len(head)
    for number, objective in enumerate(objectives(seed=seed), 1):
        parts.append(part(objective, number))
        length += len(parts[-1].encode())
        if length >= size:
            break
    return "".join(parts) + tail


def one_objective(format: str, count: int, seed: int = 1) -> str:
    """Return one objective with so many key results."""
    head, part, tail = _FORMATS[format]
    return head + part(next(objectives(count, seed)), 1) + tail


def _each(part: str, count: int) -> str:
    """Return so many parts, the number of each in place of the sign §."""
    return "".join(part.replace("§", str(at)) for at in range(count))


_SHORT = "# OKRs 2026-Q2\n\n## O1: Grow the shop\n\n- KR1: Raise sales from 3% to 9%\n\n"
_KEY_RESULT = "# OKRs\n\n## O1: Grow\n\n- KR1: Raise sales "
_TABLE = "# OKRs\n\n| Objective | Key result |\n|---|---|\n"
_JSON = '{"objective": "Grow", "key_results": ["Reach 5%"]'
_TOML = 'objective = "Grow"\nkey_results = ["Reach 5%"]\n'
_YAML = "objective: Grow\nkey_results: [Reach 5%]\n"

_SHAPES: dict[str, tuple[str, Callable[[int], str]]] = {
    "one paragraph": ("markdown", lambda n: _SHORT + "many words of 5% and 目标 here " * n),
    "one paragraph of lines": ("markdown", lambda n: _SHORT + "many words of 5% and 目标 here\n" * n),
    "one long key result": ("markdown", lambda n: _KEY_RESULT + "raise sales to 9%, 提升到5% " * n),
    "one line of brackets": ("markdown", lambda n: _KEY_RESULT + "(owner: [x](" * n),
    "one line of emphasis": ("markdown", lambda n: _KEY_RESULT + "**a_b*c " * n),
    "one list": ("markdown", lambda n: _SHORT + _each("- item ¤§ of many\n", n)),
    "deep list": ("markdown", lambda n: _SHORT + "".join(f"{'  ' * (at % 40)}- item ¤{at}\n" for at in range(n))),
    "deep quotes": ("markdown", lambda n: _SHORT + ">" * n + " words\n"),
    "short lines": ("markdown", lambda n: _each("line ¤§\n\n", n)),
    "headings": ("markdown", lambda n: "# OKRs\n" + _each("## Part ¤§\n\nwords\n\n", n)),
    "headings of OKRs": ("markdown", lambda n: _each("## O§: Grow ¤§\n\n- KR1: Reach §% of ¤\n\n", n)),
    "rows": ("markdown", lambda n: _TABLE + _each("| Grow ¤§ | Reach §% of ¤ |\n", n)),
    "long cells": ("markdown", lambda n: _TABLE + f"| {'Grow 增长 ' * n} | {'reach 5%<br>' * n} |\n" * 3),
    "front matter": ("markdown", lambda n: "---\n" + _each("key¤§: value of it\n", n) + "---\n" + _SHORT),
    "no objective": ("markdown", lambda n: "# OKRs\n\n" + _each("- KR§: Reach §% of ¤\n", n)),
    "nested JSON": ("json", lambda n: '{"objectives": [' + '{"a": [1, {"b": 2}]},' * n + "{}]}"),
    "one JSON string": ("json", lambda n: '{"objective": "Grow", "key_results": ["' + "reach 5% \\n" * n + '"]}'),
    "keys of JSON": ("json", lambda n: _JSON + _each(', "k¤§": §', n) + "}"),
    "keys of YAML": ("yaml", lambda n: _YAML + _each("k¤§: §\n", n)),
    "keys of TOML": ("toml", lambda n: _TOML + _each("k¤§ = §\n", n)),
    "tables of TOML": ("toml", lambda n: _TOML + _each("[k¤§]\na = §\n", n)),
    "one cell": ("csv", lambda n: 'Objective,Key Result\nGrow,"' + "reach 5% of it\n" * n + '"\n'),
    "empty rows": ("csv", lambda n: "Objective,Key Result\nGrow,Reach 5%\n" + ",\n" * n),
    "words like labels": ("markdown", lambda n: "# OKRs\n\n" + _each("O1 levels of ¤§ fell\n\n", n)),
}
SHAPES = tuple(_SHAPES)


def shape(name: str, count: int, seed: int) -> tuple[str, str]:
    """Return the format and the text of a document in one of `SHAPES`.

    Args:
        name: of the shape.
        count: how many it has of what it has many of.
        seed: another one, up to 25, gives other words where they are many, as each shape does: they hold the sign ¤.
    """
    of, make = _SHAPES[name]
    return of, make(count).replace("¤", "".join(chr(ord("a") + at) for at in (SHAPES.index(name), seed)))
