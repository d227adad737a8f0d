"""Makes OKR corpora of any size: the same words for the same seed, on every machine.

    python tests/benchmarks/corpora.py KIND FILES FOLDER     # KIND: english, chinese or yaml

A file is about 1.5 kB: what a team of a handful writes for a quarter, part of it good and part of it not. Statements
are put together from lists and numbers, so that few of them are alike, as with real teams.
"""

import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

SEED = 2026
PER_FOLDER = 100
"""Files in one folder: nobody keeps ten thousand in one."""


class _Language(NamedTuple):
    """The words of a language, and how a document in Markdown is put together of them.

    Attributes:
        aims: patterns of objectives; `results` likewise, and `notes`, which stand below them.
        who: what patterns have a blank for; `what` likewise.
        title: a pattern with a blank for the team.
        plan: what stands below it in some documents, with a blank for a number.
        labels: of owner, deadline, confidence and weight.
        due: a pattern of a deadline, with blanks for month and day.
        colon: stands between an identifier or a label and what it is of.
        told: a pattern of what stands behind a key result: fields with `between` in between.
        after_note: stands between two notes.
    """

    aims: tuple[str, ...]
    who: tuple[str, ...]
    what: tuple[str, ...]
    results: tuple[str, ...]
    names: tuple[str, ...]
    teams: tuple[str, ...]
    notes: tuple[str, ...]
    title: str
    plan: str
    labels: tuple[str, str, str, str]
    due: str
    colon: str
    told: str
    between: str
    after_note: str


_ENGLISH = _Language(
    aims=(
        "Become the name that {who} recommend to each other",
        "Make {what} feel effortless for {who}",
        "Give {who} a reason to come back to {what}",
        "Win the trust of {who} with {what} that never lets them down",
        "Turn {what} into the calmest part of the week for {who}",
        "Grow {what} into a place where {who} feel at home",
        "Grow revenue by {n}% with {what}",
        "Support {who} with {what}",
    ),
    who=(
        "corner shops", "new teachers", "night nurses", "rural clinics", "first-time founders", "freight drivers",
        "school kitchens", "regional banks", "indie bookshops", "field engineers", "volunteer trainers",
        "city planners",
    ),
    what=(
        "onboarding", "the mobile app", "weekly reporting", "the returns desk", "self-service billing",
        "the help centre", "partner training", "the data platform", "order tracking", "the community forum",
        "incident response", "search",
    ),
    results=(
        "Activation of {who} rises from {n}% to {m}%",
        "{N} {who} use {what} every week",
        "Churn among {who} falls from {n}% to {k}%",
        "Median time to first order falls from {k} days to {h} hours",
        "Increase weekly active users of {what} from {N} to {M}",
        "Reduce open defects in {what} from {m} to {k}",
        "NPS of {who} reaches {m} points (Q1: {n})",
        "Train {m} of {N} {who} on {what}",
        "Launch the new version of {what}",
        "Improve the satisfaction of {who}",
        "Publish {k} case studies with {who}",
        "Hold weekly meetings with {who} about {what}",
        "Complete 100% of the migration of {what}",
        "At least {n}% of {who} finish {what} without help",
    ),
    names=(
        "Ana Ruiz", "Bob Lin", "Chen Yu", "Dana Okafor", "Eli Novak", "Fatima Zahra", "Goran Petrov", "Hana Sato",
        "Ivo Marques", "Jae Park", "Kira Holm", "Liam Byrne", "Mona Aziz", "Nils Berg", "Olu Adeyemi", "Priya Nair",
    ),
    teams=("Growth", "Platform", "Success", "Logistics", "People", "Finance", "Design", "Security", "Field", "Data"),
    notes=(
        "The numbers come from the warehouse dashboard, refreshed every Monday.",
        "What we learnt last quarter: two pilots were too few to tell anything.",
        "Risks: hiring is slower than planned, and one supplier is about to change its prices.",
        "Steps: agree on the list of {who}; call the first {k}; write down what {what} lacks.",
        "Open question: do {who} want {what} on their phones, or at the desk?",
        "We said no to a redesign of {what}, so that {who} get an answer within {h} hours.",
    ),
    title="{} team OKRs 2026-Q2",
    plan="Annual plan: plan-{}.md",
    labels=("owner", "due", "confidence", "weight"),
    due="2026-0{}-{}",
    colon=": ",
    told=" ({})",
    between="; ",
    after_note="\n",
)  # fmt: skip
_CHINESE = _Language(
    aims=(
        "成为{who}互相推荐的名字",
        "让{who}用{what}时毫不费力",
        "让{who}愿意一次次回到{what}",
        "用从不掉链子的{what}赢得{who}的信任",
        "把{what}变成{who}一周里最省心的事",
        "通过{what}实现收入增长{n}%",
        "做好{what}的日常支持工作",
        "完成{what}的首批用户积累，为起飞打好基础",
    ),
    who=(
        "街边小店", "新手教师", "夜班护士", "乡镇诊所", "首次创业者", "货车司机", "学校食堂", "区域银行", "独立书店",
        "一线工程师", "志愿讲师", "城市规划师",
    ),
    what=(
        "新手引导", "移动端应用", "周报", "退货流程", "自助账单", "帮助中心", "伙伴培训", "数据平台", "订单跟踪",
        "社区论坛", "故障响应", "站内搜索",
    ),
    results=(
        "{who}的激活率从{n}%提升到{m}%",
        "每周使用{what}的{who}达到{N}家",
        "{who}的流失率从{n}%降至{k}%",
        "首单时长中位数从{k}天缩短至{h}小时",
        "{what}的周活跃用户由{N}人增至{M}人",
        "{what}未关闭缺陷从{m}个减少到{k}个",
        "{who}的净推荐值达到{m}分（一季度{n}分）",
        "培训{m}名{who}学会使用{what}",
        "上线新版{what}",
        "提升{who}的满意度",
        "发布{k}篇{who}案例",
        "每周与{who}开会讨论{what}",
        "设计面向{who}的积分激励机制",
        "不少于{n}%的{who}独立完成{what}",
    ),
    names=(
        "王芳", "李强", "陈宇", "赵敏", "孙丽", "周杰", "吴迪", "郑爽", "冯涛", "褚健", "卫青", "蒋欣", "沈毅",
        "韩雪", "杨帆", "朱琳",
    ),
    teams=("增长", "平台", "客户成功", "物流", "人力", "财务", "设计", "安全", "区域", "数据"),
    notes=(
        "数据来自数仓看板，每周一更新。",
        "上季度的教训：两个试点太少，说明不了什么。",
        "风险：招聘比计划慢，一家供应商即将调价。",
        "步骤：列出{who}名单；先打{k}通电话；记下{what}还缺什么。",
        "待定：{who}想在手机上用{what}，还是在电脑上？",
        "我们没有重做{what}，好让{who}在{h}小时内得到答复。",
    ),
    title="{}团队 2026年Q2 OKR",
    plan="年度计划：计划{}.md",
    labels=("负责人", "截止", "信心", "权重"),
    due="{}月{}日",
    colon="：",
    told="（{}）",
    between="；",
    after_note="",
)  # fmt: skip


class _Words:
    """Draws words and numbers."""

    def __init__(self, seed: int, language: _Language) -> None:
        self.draw = random.Random(seed)
        self._language = language

    def sentence(self, patterns: tuple[str, ...]) -> str:
        number = self.draw.randint
        return self.draw.choice(patterns).format(
            who=self.draw.choice(self._language.who),
            what=self.draw.choice(self._language.what),
            k=number(2, 9),
            h=number(2, 23),
            n=number(10, 49),
            m=number(50, 95),
            N=number(100, 4_000),
            M=number(4_001, 90_000),
        )

    def some(self, chance: float) -> bool:
        return self.draw.random() < chance

    def shares(self, count: int) -> list[int]:
        first = self.draw.randrange(35, 60, 5)
        second = (100 - first) // (count - 1) // 5 * 5
        return [first, *[second] * (count - 2), 100 - first - second * (count - 2)]


def english(seed: int) -> str:
    """Return an English document in Markdown."""
    return _markdown(seed, _ENGLISH)


def chinese(seed: int) -> str:
    """Return a Chinese document in Markdown."""
    return _markdown(seed, _CHINESE)


def _markdown(seed: int, language: _Language) -> str:
    words = _Words(seed, language)
    draw, colon = words.draw, language.colon
    owner, due, confidence, weight = (label + colon for label in language.labels)
    lines = [f"# {language.title.format(draw.choice(language.teams))}", ""]
    if words.some(0.3):
        lines += [language.plan.format(draw.randint(1, 9)), ""]
    for number in (1, 2, 3):
        lines += [f"## O{number}{colon}{words.sentence(language.aims)}", ""]
        for at, share in enumerate(words.shares(3), 1):
            fields = [
                owner + draw.choice(language.names) if words.some(0.7) else "",
                due + language.due.format(draw.randint(4, 6), draw.randint(10, 28)) if words.some(0.7) else "",
                f"{confidence}{draw.randint(3, 8)}/10" if words.some(0.6) else "",
                f"{weight}{share}%" if words.some(0.8) else "",
            ]
            told = language.between.join(filter(None, fields))
            result = words.sentence(language.results)
            lines.append(f"- KR{at}{colon}{result}" + (language.told.format(told) if told else ""))
        lines += ["", words.sentence(language.notes) + language.after_note + words.sentence(language.notes), ""]
    return "\n".join(lines)


def yaml(seed: int) -> str:
    """Return an English document in YAML."""
    language = _ENGLISH
    words = _Words(seed, language)
    draw = words.draw
    lines = [f"team: {draw.choice(language.teams)}", "cycle: 2026-Q2", "objectives:"]
    for number in (1, 2, 3):
        lines += [f"  - id: O{number}", f"    objective: {words.sentence(language.aims)}", "    key_results:"]
        for at, share in enumerate(words.shares(3), 1):
            lines += [f"      - id: KR{at}", f'        text: "{words.sentence(language.results)}"']
            if words.some(0.7):
                lines.append(f"        owner: {draw.choice(language.names)}")
            if words.some(0.7):
                lines.append(f"        due: {language.due.format(draw.randint(4, 6), draw.randint(10, 28))}")
            if words.some(0.6):
                lines.append(f"        confidence: 0.{draw.randint(3, 8)}")
            if words.some(0.8):
                lines.append(f"        weight: {share}%")
    return "\n".join([*lines, ""])


KINDS: dict[str, tuple[Callable[[int], str], str]] = {
    "english": (english, ".md"),
    "chinese": (chinese, ".md"),
    "yaml": (yaml, ".yaml"),
}


def documents(kind: str, count: int) -> Iterator[tuple[str, str]]:
    """Yield file names, relative to the corpus, and their contents."""
    make, ending = KINDS[kind]
    for number in range(count):
        yield f"{number // PER_FOLDER:03}/okr-{number % PER_FOLDER:02}{ending}", make(SEED + number)


def write(kind: str, count: int, folder: Path) -> None:
    """Write a corpus; files go into folders of a hundred."""
    for name, text in documents(kind, count):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def one_of(kind: str, size: int) -> str:
    """Return one Markdown document of at least `size` bytes: a company's whole year, say."""
    make, _ = KINDS[kind]
    parts: list[str] = []
    length = 0
    number = 0
    while length < size:
        part = make(SEED + number)
        parts.append(part)
        length += len(part.encode())
        number += 1
    return "\n".join(parts)


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
