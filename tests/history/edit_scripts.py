"""Random edits of small projects whose items are known by themselves, so that following them can be judged."""

from dataclasses import dataclass, field, replace
from itertools import count
from random import Random

from okrlint.history.tracking import Change, Step
from okrlint.model import Span
from okrlint.project.summaries import DocumentSummary, ItemSummary, Period

_ENGLISH = (
    ["Raise", "Cut", "Reach", "Win", "Ship", "Train", "Migrate", "Automate", "Double", "Publish"],
    [
        "paying customers",
        "support tickets",
        "trial sign-ups",
        "deployment failures",
        "partner contracts",
        "monthly reports",
        "warehouse errors",
        "certified engineers",
        "onboarding days",
        "mobile crashes",
        "newsletter readers",
        "audit findings",
        "regional resellers",
        "training hours",
        "invoice disputes",
        "search queries",
    ],
    [
        "in Europe",
        "for schools",
        "at the Berlin plant",
        "across all shops",
        "among new hires",
        "of enterprise accounts",
        "in the app",
        "on the website",
        "for hospitals",
        "with our partners",
    ],
    [
        "from the first quarter on",
        "without extra staff",
        "by means of self-service",
        "through better documents",
        "after the move",
        "despite the price rise",
    ],
)
_CHINESE = (
    ["提升", "降低", "达到", "赢得", "上线", "培训", "迁移", "实现", "扩大", "发布"],
    [
        "付费客户数",
        "支持工单量",
        "试用注册数",
        "部署失败次数",
        "合作协议数",
        "月度报告数",
        "仓库差错数",
        "认证工程师人数",
        "新人培训天数",
        "移动端崩溃率",
        "通讯订阅人数",
        "审计问题数",
        "区域经销商数",
        "培训学时",
        "发票争议数",
        "搜索请求量",
    ],
    [
        "欧洲市场的",
        "面向学校的",
        "柏林工厂的",
        "全部门店的",
        "新员工的",
        "大客户的",
        "应用内的",
        "官网上的",
        "医院渠道的",
        "合作伙伴的",
    ],
    ["不增加人手", "依靠自助服务", "通过改进文档", "在搬迁之后", "在涨价之后", "从一季度开始"],
)


@dataclass
class Item:
    """An item, by the number that it keeps whatever is done to it."""

    number: int
    words: list[str]
    target: int
    is_chinese: bool
    confidence: int = 5
    key_results: list["Item"] = field(default_factory=list)

    def text(self) -> str:
        if self.is_chinese:
            verb, what, where, how = self.words
            return f"{how}，将{where}{what}{verb}至 {self.target}"
        verb, what, where, how = self.words
        return f"{verb} {what} {where} to {self.target} {how}"


class Author:
    """Edits a project at random, and tells after each edit what a commit of it says."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self._numbers = count()
        self.files: dict[str, list[Item]] = {}
        self.bin: list[tuple[str, Item]] = []
        for name in ("a.md", "b.md"):
            self.files[name] = [self._objective(random.random() < 0.5) for _ in range(random.randint(1, 3))]

    def _item(self, is_chinese: bool) -> Item:
        words = [self.random.choice(some) for some in (_CHINESE if is_chinese else _ENGLISH)]
        return Item(next(self._numbers), words, self.random.randint(2, 900), is_chinese)

    def _objective(self, is_chinese: bool) -> Item:
        made = self._item(is_chinese)
        made.key_results = [self._item(is_chinese) for _ in range(self.random.randint(1, 4))]
        return made

    def _any_list(self) -> tuple[str, list[Item]]:
        """Return the objectives of a file, or the key results of one of them, and the file."""
        name = self.random.choice(sorted(self.files))
        objectives = self.files[name]
        if objectives and self.random.random() < 0.7:
            return name, self.random.choice(objectives).key_results
        return name, objectives

    def edit(self, *, may_rename: bool = True) -> str | None:
        """Do something; return what a file was called before where it was renamed."""
        action = self.random.choice(
            [self.aim, self.aim, self.reword, self.reword, self.add, self.drop, self.reorder, self.move, self.move_file,
             self.bring_back, self.rate, self.rename if may_rename else self.aim]
        )  # fmt: skip
        return action()

    def _some(self) -> Item | None:
        _, some = self._any_list()
        return self.random.choice(some) if some else None

    def aim(self) -> None:
        if item := self._some():
            item.target = self.random.randint(2, 900)

    def rate(self) -> None:
        if item := self._some():
            item.confidence = self.random.randint(1, 9)

    def reword(self) -> None:
        if item := self._some():
            at = self.random.choice((0, 2, 3))
            item.words[at] = self.random.choice((_CHINESE if item.is_chinese else _ENGLISH)[at])

    def add(self) -> None:
        name, some = self._any_list()
        is_chinese = self.random.random() < 0.5
        made = self._objective(is_chinese) if some is self.files[name] else self._item(is_chinese)
        some.insert(self.random.randint(0, len(some)), made)

    def drop(self) -> None:
        name, some = self._any_list()
        if some:
            gone = some.pop(self.random.randrange(len(some)))
            if some is not self.files[name]:
                self.bin.append((name, gone))

    def reorder(self) -> None:
        self.random.shuffle(self._any_list()[1])

    def move(self) -> None:
        name = self.random.choice(sorted(self.files))
        objectives = self.files[name]
        if len(objectives) > 1:
            one, other = self.random.sample(objectives, 2)
            if one.key_results:
                other.key_results.append(one.key_results.pop())

    def move_file(self) -> None:
        if len(self.files) > 1:
            one, other = self.random.sample(sorted(self.files), 2)
            if self.files[one]:
                self.files[other].append(self.files[one].pop())

    def bring_back(self) -> None:
        if self.bin:
            name, item = self.bin.pop()
            if self.files.get(name):
                self.files[name][0].key_results.append(item)

    def rename(self) -> str | None:
        name = self.random.choice(sorted(self.files))
        new = f"{next(self._numbers)}.md"
        self.files[new] = self.files.pop(name)
        return name

    def numbers(self, path: str) -> list[int]:
        """Return the numbers of the items of a file in its order."""
        return [each.number for objective in self.files[path] for each in (objective, *objective.key_results)]

    def document(self, path: str) -> DocumentSummary:
        """Return the summary of a file: labels tell places."""
        items, at = [], 0
        for number, objective in enumerate(self.files[path], 1):
            for order, each in enumerate((objective, *objective.key_results)):
                text = each.text()
                label = f"KR{order}" if order else f"O{number}"
                item = ItemSummary(
                    "key_result" if order else "objective",
                    label,
                    f"O{number}",
                    label,
                    None,
                    text,
                    Span(at, at + len(text)),
                    Span(at, at + len(text)),
                    fields=(("confidence", str(each.confidence)),),
                )
                items.append(item)
                at += len(text) + 1
        return DocumentSummary(path, "en", None, Period("2026-Q1", None, None), None, (), (), tuple(items))


def step_of(author: Author, before: dict[str, DocumentSummary], former: str | None) -> Step:
    """Return what a commit did, as git tells it."""
    after = {path: author.document(path) for path in author.files}
    changes = []
    for path, document in after.items():
        if path not in before and former is not None:
            changes.append(Change(path, document, former))
        elif before.get(path) != document:
            changes.append(Change(path, replace_empty(document)))
    changes += [Change(path, None) for path in before if path not in after and path != former]
    author.random.shuffle(changes)
    return Step(None, tuple(changes))


def replace_empty(document: DocumentSummary) -> DocumentSummary | None:
    """Return a document; None for one without items, as a reader has it."""
    return document if document.items else None


__all__ = ["Author", "Item", "replace", "step_of"]
