"""Chinese verbs and clauses by their words: what is a verb in its place, what a clause says, what it is about."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from okrlint.language import vocabulary
from okrlint.language.segmentation import Token
from okrlint.language.statements import CLAIMS, Claim, VerbClass

Words = Sequence[Token]
"""The words of a clause, without spaces."""

_LONGEST_HEAD = 5
"""Characters of the longest entry among the deliverables."""

_REACHING = frozenset(("达", "至", "到", "超", "过", "破"))
_BEHIND_SUBJECT = frozenset(("是", "不是", "不再", "变", "变得", "成", "成为", "不用", "无需", "持续"))
"""Words before which a verb that is a noun as often is the subject: 打卡不再是负担."""

_CONJUNCTIONS = frozenset(("和", "与", "及", "的"))
_TAGS_OF_PLACES = frozenset(("f", "s"))
_ALREADY = frozenset(("已", "已经", "均", "都"))
_WORK: tuple[VerbClass, ...] = ("output", "soft")
_CHANGE: tuple[VerbClass, ...] = ("outcome", "hold")


@cache
def group(name: str) -> frozenset[str]:
    """Return a group of words of data/statements_zh.txt."""
    return vocabulary.groups("statements_zh")[name]


@cache
def classes() -> dict[str, VerbClass]:
    """Return the class of every verb; where a verb stands in several groups, the first of these holds."""
    order: tuple[tuple[str, VerbClass], ...] = (
        ("usual", "usual"),
        ("hold", "hold"),
        ("neutral", "neutral"),
        ("outcome_up", "outcome"),
        ("outcome_down", "outcome"),
        ("output", "output"),
        ("soft", "soft"),
    )
    return {verb: verb_class for name, verb_class in reversed(order) for verb in group(name)}


def is_metric(word: Token) -> bool:
    """Tell whether a word names a measure or a quality: listed ones, and nouns on -率, -量, -度 and the like."""
    text = word.text
    if text in group("metrics") or (len(text) == 4 and text[2:] in group("metrics")):
        return True  # 形象, 品牌形象
    if len(text) == 1 or text in group("not_metrics"):
        return text in ("率", "量", "额")
    return text[-1] in group("metric_endings") and (word.tag or "n").startswith("n")


def is_deliverable(word: Token) -> bool:
    """Tell whether a word, by its ending, names a thing to be delivered (方案, 推广方案)."""
    text = word.text
    longest = min(_LONGEST_HEAD, len(text))
    return any(text[-length:] in group("deliverables") for length in range(1, longest + 1))


def is_verdict(words: Words) -> bool:
    """Tell whether words name what others grant, in all that they say: ISO9001认证, but not 认证方案."""
    named = [word.text for word in words if word.tag != "x"]
    return bool(named) and any(named[-1].endswith(verdict) for verdict in group("verdicts"))


def tells_change(words: Words) -> bool:
    """Tell whether a verb by which a measure moves, keeps a threshold or gets better is among the words."""
    return any(classes().get(word.text) in (*_CHANGE, "neutral") for word in words)


def counts_measure(words: Words) -> bool:
    """Tell whether the words are about a measure, or have a number behind a measure or a verb of change."""
    for word, following in pairwise(words):
        if following.tag == "m" and (is_metric(word) or word.text in _REACHING or tells_change([word])):
            return True
    named = [word for word in words if word.tag not in ("x", "m", "q")]
    return bool(named) and is_metric(named[-1])


def is_verb(words: Words, verb: str) -> bool:
    """Tell whether the listed verb that `words` begin with is a verb here, and not a noun or a part of one.

    A noun it is in 研究院 (a word of its own), 检查合格的 (an attribute), and, for verbs that are nouns as often,
    before a measure (培训满意度) or before another verb that says how it went (培训覆盖, 研发提速).
    """
    if not words:
        return True
    first = words[0]
    if len(first.text) > len(verb):
        return (first.tag or "").startswith("v")
    rest = [word for word in words if word.start >= first.start + len(verb)]
    if not rest:
        return len(verb) > 1
    following = rest[0].text
    if following == "的" or following in group("noun_endings"):
        return False
    if verb not in group("noun_verbs"):
        return True
    if is_deliverable(rest[-1]) and any(word.text == "的" for word in rest):
        return True  # 构建覆盖各种语句的测试用例
    if (classes()[verb] == "outcome" or verb[-1] == "化") and classes().get(rest[-1].text) in _WORK:
        return False  # what is made has its name from it: 拉新活动策划, 数字化模型研发
    is_subject = (
        classes().get(following) in _CHANGE
        or following in _BEHIND_SUBJECT
        or any(word.text in group("comparatives") for word in rest)
        or _makes_measure(rest)
        or tells_property(words)
        or _is_able(words)
        or _is_one_of_many(rest)
        or (verb not in _CHECKING and _is_uniform(rest))
        or _ends_with_change(rest)
        or (len(rest) == 1 and rest[0].tag == "a")  # 沟通顺畅
        or _is_done_to(rest)
    )
    return not is_subject


def tells_property(words: Words) -> bool:
    """Tell whether words say of their subject how it is at all times: 操作足够简单, 部署过程不影响用户, 发布均附带说明.

    The subject is what stands before the adverb and may begin with a verb of work, which is then part of its name.
    """
    for at in range(1, len(words) - 1):
        adverb, before, behind = words[at].text, words[at - 1], words[at + 1]
        if adverb in _ENOUGH:
            is_said = behind.text != "的" and not (behind.tag or "n").startswith("n")
        elif adverb in _NEVER:
            is_said = (behind.tag or "").startswith("v") and at > 1
        else:
            is_said = adverb in _ALWAYS and classes().get(behind.text) is None and behind.text not in group("states")
        if is_said and (_is_nominal(before) or (at == 1 and adverb in _ALWAYS)):
            return True
    return False


def _is_able(words: Words) -> bool:
    """Tell whether words say what their subject can do, right behind a verb that is its name: 备份可自动恢复.

    Where a noun ends them, the ability only describes what is made: 开发可复用组件.
    """
    able, last = words[1].text, words[-1]
    is_doing = last.text in classes() or (last.tag or "n").startswith("v")
    return len(words) > 2 and able in _ABLE and is_doing and not is_deliverable(last)


_ABLE = frozenset(("可", "可以", "能", "能够", "会"))


def _is_done_to(words: Words) -> bool:
    """Tell whether words say what others do to their subject: 论文被顶会录用; 被广泛使用的组件 is a thing."""
    at = next((at for at, word in enumerate(words) if word.text == "被"), 0)
    return at > 0 and not any(word.text == "的" for word in words[at:])


def _is_one_of_many(rest: Words) -> bool:
    """Tell whether `rest` joins a second noun to the verb in front of it, and says something of both.

    That is so before 均, and where both belong to a measure: 安装和变更均从主干发起, 自动化与审核覆盖率.
    """
    if len(rest) < 3 or rest[0].text not in _JOINING:
        return False
    if rest[2].text in _ALWAYS | {"都"}:
        return True
    return len(rest) == 3 and rest[1].text in group("noun_verbs") and rest[2].text.endswith(_RATES)


_JOINING = frozenset(("和", "与", "及", "、", "/"))
_RATES = ("率", "比例", "占比", "时长")


def _is_uniform(rest: Words) -> bool:
    """Tell whether `rest` says of the verb in front and of nouns behind it that they are as one: 配置/权限统一."""
    if len(rest) < 2 or rest[-1].text not in _UNIFORM:
        return False
    return rest[-2].text not in classes() and all(word.tag == "x" or _is_named(word) for word in rest[:-1])


_UNIFORM = frozenset(("统一", "一致", "独立", "互通", "可用", "就绪"))
_CHECKING = frozenset(("验证", "测试", "检查", "评估", "核对", "确认"))
"""Verbs of which a whole sentence may be the object: 验证集群可用."""


def _is_named(word: Token) -> bool:
    return _is_nominal(word) or word.text in _JOINING or word.tag in ("i", "l")


_ENOUGH = frozenset(("足够",))
_NEVER = frozenset(("不", "不会", "不再"))
_ALWAYS = frozenset(("均", "皆"))


def _ends_with_change(words: Words) -> bool:
    """Tell whether `words`, behind a verb, are a noun and what becomes of it (覆盖面扩大), not its object."""
    if len(words) < 2 or not _is_nominal(words[0]):
        return False
    last = words[-1].text
    grows = classes().get(last) == "outcome" and last not in group("makes") and last not in group("noun_verbs")
    grows = grows or (words[-1].tag == "a" and classes().get(last) is None)  # 参与热情高
    return grows or any(word.text in ("让", "使", "使得") for word in words[1:])


def _makes_measure(words: Words) -> bool:
    """Tell whether `words`, behind a verb, begin with the rest of a measure's name (满意度达到90%), not its object."""
    end = 0
    while end < len(words) and not tells_change(words[end : end + 1]) and _is_nominal(words[end]):
        end += 1
    return end > 0 and is_metric(words[end - 1]) and (end == 1 or tells_change(words[end:]))


def _is_nominal(word: Token) -> bool:
    return (
        is_metric(word)
        or word.text in group("noun_verbs")
        or (word.tag or "n").startswith(("n", "vn", "a", "b", "eng"))
    )


def looks_imperative(words: Words) -> bool:
    """Tell whether an unlisted word leads as a verb: the dictionary knows it as one only, and an object follows."""
    if len(words) < 2 or words[0].tag != "v" or len(words[0].text) < 2:
        return False
    return (words[1].tag or "n").startswith(("n", "eng", "v"))


def is_noun_phrase(words: Words) -> bool:
    """Tell whether words without a leading verb are a name: 用户体验, and 性能优化, which names a change to come.

    A verb behind anything but a noun right before it makes a sentence: 性能明显提升, 老客更愿意续约.
    """
    words = [word for word in words if word.tag != "x"]
    said = {word.text for word in words}
    if not words or said & group("comparatives") or said & group("attitudes") or looks_imperative(words):
        return False
    named = [word for word in words[:-1] if word.text not in _CONJUNCTIONS and word.tag not in _TAGS_OF_PLACES]
    return all(_predicate(words, at) is None for at in range(1, len(words) - 1)) and all(map(_is_nominal, named))


def claim_by_object(words: Words, claim: Claim) -> Claim:
    """Return what a verb says that takes measures and deliverables alike: 完成营收目标, 完成系统重构.

    Args:
        words: its object.
        claim: what it says where the object does not decide.
    """
    named = [word for word in words if word.tag != "x"]
    if named and (is_deliverable(named[-1]) or classes().get(named[-1].text) in _WORK):
        return "work"
    return "result" if any(map(is_metric, named)) else claim


def claim_of_clause(words: Words) -> Claim:
    """Return what a clause without a leading verb says: 老客更愿意续约, 官网上线, 数据看板."""
    said = {word.text for word in words}
    if said & group("comparatives") or said & group("attitudes") or tells_property(words):
        return "result"
    if words[-1].text in group("accepting") and _is_done_to(words):
        return "result"
    for at in range(1, len(words)):
        claim = _predicate(words, at)
        if claim:
            return claim
    last = words[-1]
    if (len(words) > 1 and _names_making(words)) or (is_deliverable(last) and not is_metric(last)):
        return "thing"
    return "result" if any(map(is_metric, words)) else "nothing"


def _names_making(words: Words) -> bool:
    """Tell whether the last word names what is done to the thing before it: 绩效方案宣贯, 流程优化, 票据电子化.

    What people do themselves is none: 学员互助.
    """
    last, before = words[-1], words[-2]
    if classes().get(last.text) in _WORK or last.text in group("shaping") or _is_turning(last.text):
        return True
    is_named = len(last.text) > 1 and (last.tag or "").startswith("v") and classes().get(last.text) is None
    tells_how = before.tag in ("a", "ad", "d")  # 健康发展
    is_done_to = before.text not in group("people") and not is_metric(before) and not is_metric(last)
    return is_named and is_done_to and not tells_how and is_noun_phrase(words)


def _is_turning(text: str) -> bool:
    """Tell whether a word says that something is turned into what it was not: 电子化, but not 企业文化."""
    return len(text) > 2 and text.endswith("化") and not text.endswith(("文化", "变化", "转化"))


def _predicate(words: Words, at: int) -> Claim | None:
    """Return what the word at `at`, behind a subject, says as the predicate; None if it is none."""
    word, before, behind = words[at].text, words[at - 1], words[at + 1 :]
    verb_class = classes().get(word)
    if not behind and word in group("states"):
        return "result" if is_metric(before) else "state"
    if verb_class in _CHANGE and word not in group("makes"):
        return None if len(behind) == 1 and is_deliverable(behind[0]) else "result"  # 满意度提升方案 is a thing
    if not behind:
        is_done = word in group("shaping") and not is_metric(before)  # 流程优化, but 体验优化
        return "result" if verb_class in ("outcome", "neutral") and not is_done else None
    is_able = word in group("capabilities")
    if word in _ALREADY and behind[0].text in group("capabilities"):
        return None  # 都能…, of which the next word tells
    is_skill = is_able and words[0].text in _EVERY and behind[0].text in group("abilities")
    if (is_skill or word in ("都", "均")) and any(map(_is_person, words[:at])):
        return "result"
    if word in _ALREADY:
        return "state"
    if word == "通过" and behind[-1].text in group("approvals") and not is_metric(before):
        return "state"
    if word in group("makes"):
        return claim_by_object(behind, CLAIMS[classes()[word]])
    if is_able:
        return "state"
    last = behind[-1].text
    if classes().get(last) in _WORK and (len(behind) == 1 or word in group("noun_verbs")):
        return None  # a compound that names the making: 门店数字化改造, 客户回访机制建立
    if verb_class in _WORK and is_verb(words[at:], word):
        of_people = before.text in group("people") or words[0].text in group("people")
        return "result" if of_people else "work"
    return None


_EVERY = frozenset(("所有", "全部", "全体", "每个", "每位", "每名", "人人", "各位"))


def _is_person(word: Token) -> bool:
    return word.text in group("people") or word.text.endswith("人员")
