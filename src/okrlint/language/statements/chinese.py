"""How a Chinese key result is built: its leading verb, its subject and predicate, its last noun.

A verb counts by where it stands and by what the segmenter finds around it: 培训新员工 is work, 培训满意度 is a
measure, 研究院 is a place. The segmenter is asked only where the first characters do not decide.
"""

import re
from functools import cache, lru_cache

from okrlint.language.folding import is_han
from okrlint.language.segmentation import Token, tokens
from okrlint.language.statements import CLAIMS, Claim, Lead, VerbClass
from okrlint.language.statements.chinese_clauses import (
    Words,
    claim_by_object,
    claim_of_clause,
    classes,
    counts_measure,
    group,
    is_metric,
    is_noun_phrase,
    is_verb,
    is_verdict,
    looks_imperative,
    tells_change,
)

_LONGEST = 300
"""Characters that are read: what a statement says stands at its beginning."""

_FIELD_WORDS = ("信心", "把握", "权重", "负责人", "优先级", "状态")
_MEASURE_ENDINGS = frozenset(("率", "量", "额"))
_ENDINGS = _MEASURE_ENDINGS | {"化"}
_JOINED = _ENDINGS | {"变"}
"""Without any of these no two words of a clause are one."""

_LOADS = frozenset(("支持", "支撑", "承载", "承接", "服务"))

_EACH = ("每天", "每日", "每晚", "每早", "每周", "每月")
"""What a habit begins with: 每天背单词."""


def leading(text: str) -> Lead | None:
    """Return the first content word of a statement in half width and simplified characters."""
    text = _without_remarks(text)
    at = _opening(text)
    if at >= len(text):
        return None
    verb = _longest(text, at, "verbs")
    if verb and (_is_plain(text, at, verb) or is_verb(_clause(text, at), verb)):
        return Lead(at, at + len(verb), verb, classes()[verb])
    words = _clause(text, at)
    end = at + words[0].end if words else len(text)
    return Lead(at, end, text[at:end], None)


def claim(text: str, lead: Lead) -> Claim:
    """Return what a statement says, numbers aside."""
    text = _without_remarks(text)
    verb_class = lead.verb_class
    if not _COMPARING.isdisjoint(text) and not any(map(str.isdigit, text)):
        return "result"
    return _without_verb(text, lead.start) if verb_class is None else _with_verb(text, lead, verb_class)


_COMPARING = frozenset("≥≤≧≦")
"""Signs behind which a level stands: 接入数 ≥ 季度目标."""


def is_measured(text: str, lead: Lead) -> bool:
    """Tell whether a number in a statement measures a result: it speaks of a metric, or of a load to be carried."""
    text = _without_remarks(text)
    if lead.verb_class is None:
        return any(map(is_metric, tokens(text[lead.start :])))
    words = _clause(text, lead.end)
    if lead.word in group("makes"):
        return any(map(is_metric, words))
    return counts_measure(words) or (lead.word in _LOADS and text[lead.end : lead.end + 1].isdecimal())


def is_routine(text: str, lead: Lead) -> bool:
    """Tell whether a statement does normal business: 处理日常工单."""
    if not (lead.verb_class == "soft" or lead.word in group("routine_verbs")):
        return False
    return any(words in text[lead.start : _LONGEST] for words in group("routine_words"))


def moves(text: str) -> bool:
    """Tell whether a verb of growth or decline, or a comparative, stands anywhere in a statement."""
    text = text[:_LONGEST]
    return _holds(text, "moving") and any(token.text in _moving() for token in tokens(text))


@cache
def _moving() -> frozenset[str]:
    verbs = (group("outcome_up") | group("outcome_down")) - group("causative") - group("routine_verbs")
    return verbs | group("comparatives")


def is_name(text: str, lead: Lead) -> bool:
    """Tell whether a statement without a leading verb is a noun phrase, of which nothing is said."""
    if lead.verb_class is not None:
        return False
    text = _without_remarks(text)
    return _clause_end(text, lead.start) == len(text) and is_noun_phrase(_clause(text, lead.start))


def names_level(text: str, lead: Lead) -> bool:
    """Tell whether a statement names a level by a set phrase, or what each of those who learn can do."""
    text = _without_remarks(text)
    if _holds(text, "levels"):
        is_work = lead.verb_class in ("soft", "output") and lead.word not in group("makes")
        levels = [at for at in range(len(text)) if _is_level(text, at)]
        if any(not is_work or _is_of_all(text, at) for at in levels):
            return True
    match = _all_can_pattern().search(text)
    return match is not None and bool(_longest(text, match.end(), "abilities"))


def _is_level(text: str, at: int) -> bool:
    """Tell whether a level is named at `at`, and no thing that is called by it: 盈亏平衡, but not 盈亏平衡测算."""
    level = _longest(text, at, "levels")
    return bool(level) and not is_han(text[at + len(level) : at + len(level) + 1])


def _is_of_all(text: str, at: int) -> bool:
    """Tell whether what stands at `at` is said of each of many, so that it is a predicate: 全部售罄, 场场满座."""
    before = text[max(0, at - 2) : at]
    return before.endswith(("全部", "均", "都", "全")) or (len(before) > 1 and before[0] == before[1])


@cache
def _all_can_pattern() -> re.Pattern[str]:
    """What stands before the ability that each of some learners has: 全班每个孩子都能."""
    learners = "|".join(sorted(group("learners"), key=len, reverse=True))
    return re.compile(
        rf"(?:每一?[个位名]|全[班体员]|所有|全部|人人|个个)[^，,；;。的]{{0,8}}?(?:{learners})[都均全]?(?:能够?|会)",
        re.ASCII,
    )


def _longest(text: str, at: int, name: str) -> str:
    """Return the longest word of a group that stands at `at`, or "" (see `_by_first`)."""
    for word in _by_first(name).get(text[at : at + 1], ()):
        if text.startswith(word, at):
            return word
    return ""


def _holds(text: str, name: str) -> bool:
    """Tell whether the characters of a word of a group stand in a text: quicker to tell than to cut it into words."""
    words = _by_first(name)
    if words.keys().isdisjoint(text):
        return False
    return any(char in words and _longest(text, at, name) for at, char in enumerate(text))


@cache
def _by_first(name: str) -> dict[str, list[str]]:
    """Return the words of a group by their first character, the longest first.

    Beside the groups of the list there are "verbs", all that have a class, and "moving", see `_moving`.
    """
    found: dict[str, list[str]] = {}
    every = classes() if name == "verbs" else _moving() if name == "moving" else group(name)
    for word in sorted(every, key=len, reverse=True):
        found.setdefault(word[0], []).append(word)
    return found


def _clause_end(text: str, at: int) -> int:
    mark = _clause_mark().search(text, at)
    return mark.start() if mark else len(text)


@cache
def _clause_mark() -> re.Pattern[str]:
    return re.compile("[，,；;。！!？?\n]")


def _clause(text: str, at: int) -> Words:
    """Return the words from `at` to the end of the clause; their offsets count from `at`."""
    return _words(text[at : _clause_end(text, at)])


@lru_cache(maxsize=256)  # a clause is looked at from several sides
def _words(clause: str) -> Words:
    """Return the words of a clause, without spaces.

    Adverb and verb that the dictionary has as one word are two (明显提高), and an ending that makes another word of
    the one before it belongs to it (准时, 率; 常态, 化), as does what something turns into (变, 好).
    """
    found = tokens(clause)
    if _JOINED.isdisjoint(clause) and clause.split() == [clause] and not any(len(token.text) == 4 for token in found):
        return found
    words: list[Token] = []
    for token in found:
        text = token.text
        if len(text) == 4 and text[2:] in classes() and text[:2] in group("adverbs"):
            middle = token.start + 2
            words += (Token(text[:2], token.start, middle, "d"), Token(text[2:], middle, token.end, "v"))
        elif words and (text in _ENDINGS or words[-1].text == "变") and (tag := _tag_joined(words[-1], token)):
            before = words.pop()
            words.append(Token(before.text + text, before.start, token.end, tag))
        elif not text.isspace():
            words.append(token)
    return tuple(words)


def _tag_joined(word: Token, ending: Token) -> str:
    """Return the tag of the word that two make together, or "" where they are two."""
    if word.end != ending.start:
        return ""
    if ending.text in _MEASURE_ENDINGS:
        return "n"
    if ending.text == "化" and (word.tag or "n").startswith(("n", "v", "a", "b")):
        return "vn"
    return "v" if word.text == "变" and word.text + ending.text in classes() else ""


# --- where the statement begins ---


_OPENING = frozenset(" \t\n\r\f\v·•*、，,。：:;；>-([【「《@提在于到截0123456789一二三四五六七八九十QH第上下")
"""The first characters of all that the pattern below tells."""


@cache
def _opening_pattern() -> re.Pattern[str]:
    """What may stand before the first content word: marks, a remark in brackets, a mention, a date."""
    return re.compile(
        r"""[\s·•*、，,。：:;；>-]{1,20}
        | [(\[【「《][^)\]】」》\n]{0,40}[)\]】」》]
        | @[^\s，,：:]{1,30}
        | (?P<early>提前[一二两三四五六七八九十\d]{1,3}个?(?:小时|天|日|周|星期|月))
        | (?:在|于|到|截至|截止)?
          (?: (?:20)?\d\d年(?:\d{1,2}月|第?[一二三四1-4]季度|[上下]半年|[QH][1-4])?
            | \d{1,2}月 | [一二三四五六七八九十]{1,2}月份? | Q[1-4] | H[12] | 第?[一二三四1-4]季度 | [上下]半年 )
          (?:份|\d{1,2}[日号])?
          (?:底|末|初|中旬|上旬|下旬|结束)? (?:之?前|以前|内|起)?""",
        re.ASCII | re.VERBOSE,
    )


def _opening(text: str) -> int:
    """Return the offset of the first content word."""
    at = _after_label(text)
    while at < len(text):
        match = _opening_pattern().match(text, at) if text[at] in _OPENING else None
        end = match.end() if match else at
        if match and match["early"] and not is_han(text[end : end + 1]):
            end = at
        if end == at:
            end = _after_word(text, at)
        if end == at:
            break
        at = end
    return at


@cache
def _remark_pattern() -> re.Pattern[str]:
    return re.compile(r"\([^()\n]{0,60}\)")


def _without_remarks(text: str) -> str:
    """Return the part of a text that is read, spaces in place of remarks in parentheses."""
    text = text[:_LONGEST]
    return _remark_pattern().sub(lambda remark: " " * len(remark[0]), text) if "(" in text else text


@cache
def _label_pattern() -> re.Pattern[str]:
    return re.compile(r"[^：:，,。；;\n]{1,16}[：:]\s{0,5}(?=\S)")


def _after_label(text: str) -> int:
    """Return the offset behind fields (信心指数7，权重30%，) or a label (商业化：)."""
    at = 0
    while text.startswith(_FIELD_WORDS, at):
        end = _clause_end(text, at)
        if end >= len(text):
            break
        at = end + 1
    match = _label_pattern().match(text, at) if ":" in text or "：" in text else None
    if match is None or (len(match[0]) > _LONGEST_TOPIC and _begins_work(text, at)):
        return at
    return match.end()


_LONGEST_TOPIC = 6


def _begins_work(text: str, at: int) -> bool:
    """Tell whether a statement with a list behind it begins at `at`, and no label: 建立最小数据包：版本、日志."""
    verb = _longest(text, at, "verbs")
    return bool(verb) and classes()[verb] == "output" and _is_plain(text, at, verb)


def _after_word(text: str, at: int) -> int:
    """Return the offset behind the adverb, subject or phrase at `at`, or `at` itself."""
    if text[at] not in _openers():
        return at
    verb = _longest(text, at, "verbs")
    adverb = _longest(text, at, "adverbs")
    if adverb and (len(adverb) > len(verb) or _longest(text, at + len(adverb), "verbs")):
        behind = at + len(adverb)
        if _is_adverb(text, behind, adverb):
            return behind
    own = _longest(text, at, "own_side")
    behind = at + len(own)
    if own and (_longest(text, behind, "verbs") or _longest(text, behind, "adverbs")):
        return behind
    preposition = _longest(text, at, "prepositions")
    if len(preposition) == 1 and len(_clause(text, at)[0].text) > 1:
        return at  # the beginning of another word: 用户, 对账, 同事
    return _after_phrase(text, at) if preposition and len(preposition) >= len(verb) else at


@cache
def _openers() -> frozenset[str]:
    """Return the first characters of all words that a verb may stand behind."""
    return frozenset().union(*map(_by_first, ("adverbs", "own_side", "prepositions")))


def _is_adverb(text: str, behind: int, word: str) -> bool:
    """Tell whether a listed adverb is none of a noun: 及时率, 会员, 前端."""
    if len(word) > 1:
        return text[behind : behind + 1] not in group("noun_endings")
    return bool(_longest(text, behind, "verbs") or _longest(text, behind, "adverbs"))


def _after_phrase(text: str, at: int) -> int:
    """Return where the verb behind a prepositional phrase is, or the next clause; `at` if there is neither."""
    words = _clause(text, at)
    end = _clause_end(text, at)
    next_clause = end + 1 if end + 1 < len(text) else at
    for index in range(2, len(words)):
        verb = words[index].text
        if verb in group("noun_verbs") and _is_named_only(words[index + 1 :]):
            continue
        if next_clause > end and _names_means(words, index) and _longest(text, next_clause, "verbs"):
            continue
        if verb in classes() and words[index - 1].text != "的" and is_verb(words[index:], verb):
            tells_purpose = words[0].text in ("为", "为了") and classes()[verb] == "outcome"
            if tells_purpose and _longest(text, next_clause, "verbs"):
                return next_clause
            return at + words[index].start
    return next_clause


def _names_means(words: Words, index: int) -> bool:
    """Tell whether the verb at `index` is part of the name of what is made use of: 通过AI[答疑]建设，降低耗时."""
    is_before_last = index + 2 == len(words) and words[0].text in _BY_MEANS_OF
    return is_before_last and words[index].text in group("noun_verbs") and words[-1].text in group("noun_verbs")


_BY_MEANS_OF = frozenset(("通过", "借助", "依托", "依靠", "凭借", "利用", "基于"))


def _is_named_only(behind: Words) -> bool:
    """Tell whether a verb that is a noun as often is the noun: at the end, or before a verb (对回复进行打分)."""
    if not behind:
        return True
    return behind[0].text in classes() and behind[0].text not in group("noun_verbs")


# --- what the statement says ---


def _is_plain(text: str, at: int, verb: str) -> bool:
    """Tell without the segmenter that the verb is one: it is never a noun, and no ending makes it one."""
    following = text[at + len(verb) : at + len(verb) + 1]
    never_noun = len(verb) > 1 and verb not in group("noun_verbs")
    return never_noun and following not in group("noun_endings") and following not in ("的", "人")  # 制作人


def _with_verb(text: str, lead: Lead, verb_class: VerbClass) -> Claim:
    """Return what a statement claims that begins with a verb."""
    if lead.word in group("obtaining") and is_verdict(_clause(text, lead.end)):
        return "result"
    if lead.word in group("makes"):
        made: Claim = "work" if lead.word in group("shaping") else CLAIMS[verb_class]
        return claim_by_object(_clause(text, lead.end), made)
    claim = CLAIMS[verb_class]
    if claim != "result" and lead.word in group("causative") and _moves_measure(_clause(text, lead.end)):
        return "result"
    return claim


def _moves_measure(words: Words) -> bool:
    return tells_change(words[1:]) or counts_measure(words)


def _without_verb(text: str, at: int) -> Claim:
    """Return what a statement claims that begins with no listed verb: the first clause that says anything tells."""
    start = at
    while start < len(text):
        words = [word for word in _clause(text, start) if word.tag != "x"]
        claim = claim_of_clause(words) if words else "nothing"
        if claim != "nothing":
            return claim
        start = _clause_end(text, start) + 1
    is_habit = text.lstrip().startswith(_EACH)
    return "work" if is_habit or looks_imperative(_clause(text, at)) else "nothing"
