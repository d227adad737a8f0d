"""What a node in a tree of data is: an objective, a list of key results, a period, a word about the document."""

from functools import cache, lru_cache
from re import Pattern
from re import compile as compile_pattern
from typing import Literal

from okrlint.language import cycles
from okrlint.language.folding import is_han
from okrlint.model import Text
from okrlint.reading.data.key_labels import key_label
from okrlint.reading.data.nodes import Entry, Mapping, Node, Scalar, Sequence
from okrlint.reading.evidence import KEY_RESULT_WORDS
from okrlint.reading.fields import canonical
from okrlint.reading.labels import LabelMatch, label
from okrlint.reading.word_sets import words

Role = Literal["key_results", "nested", "actions", "checkins", "field"]

OBJECTIVE_TEXT = ("objective", "statement", "title", "description")
KEY_RESULT_TEXT = ("key_result", "statement", "title", "description", "metric")
"""Which field is the statement, the surest first."""

_RESULT_TEXT = words(
    "result outcome goal milestone expectedresult expectedoutcome desiredoutcome what"
    " 结果 結果 成果 目标 目標 预期结果 預期結果 预期成果"
)
_MEASURE_TEXT = words("measure target 衡量标准 衡量標準")
"""What the statement of a key result may stand under that has none of these fields: beside them it is something else.

Under a measure it is a sentence.
"""

_LISTS: dict[str, Literal["objectives", "key_results"]] = dict.fromkeys(
    words("objectives goals objectivelist okrs okr okrlist 目标 目標 目标列表"),
    "objectives",
)
_WEAK = words("results outcomes goalmetrics 结果 結果 成果")
"""Names of lists that most often hold something else: searches, tests and agents have results."""

_LISTS |= dict.fromkeys(_WEAK, "key_results")
_NESTED = words("children childobjectives subobjectives childgoals subgoals teamobjectives 子目标 子目標")

ABOUT = words("meta metadata info okrinfo document header context settings")
"""Mappings that tell about the whole document."""

_COLLECTIONS = words(
    "data items list result records response payload content documents quarters cycles periods years quarterly annual"
    " company organizations groups squads projects themes pillars areas streams workstreams initiatives plan plans"
    " strategy roadmap features epics entries 季度 周期 公司 数据 數據 列表 项目 項目 主题 主題"
)
"""Keys around objectives that name no team."""

_PEOPLE = words(
    "people persons individuals individual members staff employees users 个人 個人 人员 人員 成员 成員 员工 員工"
)

_EVIDENCE = words(
    "owner contributors deadline confidence weight score progress priority baseline target current supports cycle"
    " cadence"
)
"""Fields that OKRs have and findings of papers do not."""

_RESULT_EVIDENCE = _EVIDENCE | {"key_result", "status"}


def names_of(node: Mapping) -> list[str | None]:
    """Return what the keys of a mapping are called as fields, in their order: canonical names, or None."""
    names = node.names
    if names is None:  # each mapping is asked for its statement, its key results and its fields
        names = node.names = [canonical(entry.key.value) for entry in node.entries]
    return names


def key_word(key: Scalar) -> str:
    """Return a key without case and signs: `teamObjectives`, `team_objectives` alike."""
    return _bare(key.value)


@lru_cache(maxsize=256)  # all items of a document have the same few keys
def _bare(key: str) -> str:
    return "".join(filter(str.isalnum, key.lower()))


def role_of(entry: Entry) -> Role:
    """Tell what an entry of an objective or a key result holds."""
    if isinstance(entry.node, Scalar):
        return "field"
    name, word = canonical(entry.key.value), key_word(entry.key)
    if (name == "key_result" or _LISTS.get(word) == "key_results") and not is_one(entry) and not _is_other(entry):
        return "key_results"
    if word in _NESTED:
        return "nested"
    if name == "action":
        return "actions"
    return "checkins" if name == "checkin" else "field"


def is_one(entry: Entry) -> bool:
    """Tell whether a mapping is one item, by the number in its key: `KR1: {…}`."""
    return isinstance(entry.node, Mapping) and key_label(entry.key.value) is not None


def _is_other(entry: Entry) -> bool:
    """Tell whether a mapping under the name of one key result is none: `kr: {…}` holds the words of a language."""
    if not isinstance(entry.node, Mapping) or key_word(entry.key) not in ("kr", "keyresult"):
        return False
    if text_of(entry.node, KEY_RESULT_TEXT[:3]) or holds_labelled_results(entry.node):
        return False
    return 2 * sum(has_figure(inner.node) for inner in entry.node.entries) <= len(entry.node.entries)


def is_objective(node: Node, *, listed: bool = False) -> bool:
    """Tell whether a mapping is an objective: a statement and key results, and that it is about OKRs at all.

    Args:
        node: any node.
        listed: whether it stands in a list of objectives, so that mere `results` are key results.
    """
    if not isinstance(node, Mapping):
        return False
    node = opened(node)
    results = results_of(node)
    statement = text_of(node, OBJECTIVE_TEXT)
    if results is None or statement is None:
        return statement is not None and _holds_typed_results(node)
    if _names_fields(results.node) or _is_type(statement.node):
        return False
    if key_word(results.key) in _WEAK and not listed:  # experiments have an objective and results, but no cycle
        is_dated = key_word(statement.key) == "objective" and names_cycle(node)
        return is_dated and (_has(node, _EVIDENCE - {"cycle"}) or _are_measured(members(results.node)))
    if listed and key_word(results.key) not in _WEAK:
        return True
    if listed and not _has(node, _EVIDENCE) and not _are_measured(members(results.node)):
        return False  # a course has objectives and outcomes
    if canonical(statement.key.value) == "objective" or _has(node, _EVIDENCE):
        return True
    if isinstance(results.node, Mapping) and holds_labelled_results(results.node):
        return True
    return any(
        isinstance(member, Mapping) and (_has(member, _RESULT_EVIDENCE) or is_key_result(member))
        for member in members(results.node)
    )


def names_cycle(node: Mapping) -> bool:
    """Tell whether a mapping names a period of OKRs, and no sprint by its number, nor a mere year."""
    for name, entry in zip(names_of(node), node.entries, strict=True):
        if name == "cycle" and isinstance(entry.node, Scalar):
            period = cycles.cycle_of(entry.node.value)
            if period is not None and period.kind != "year":
                return True
    return False


def _names_fields(node: Node) -> bool:
    """Tell whether a mapping from slugs holds nothing but names of fields, as the words of a form or a page do."""
    if not isinstance(node, Mapping) or holds_labelled_results(node):
        return False
    if any(key_word(entry.key) in _OF_PAGES and isinstance(entry.node, Scalar) for entry in node.entries):
        stated = text_of(node, KEY_RESULT_TEXT[:3])
        return stated is None or not says(stated.node, ())
    said = [entry.node for entry in node.entries if isinstance(entry.node, Scalar) and not entry.node.empty]
    return bool(said) and len(said) == len(node.entries) and not any(map(_says_more_than_a_name, said))


def _is_type(node: Node) -> bool:
    """Tell whether a statement is but the type of one, as in the examples of an interface."""
    return isinstance(node, Scalar) and node.value.lower() in ("string", "str", "text", "number")


_OF_PAGES = words(
    "add remove delete edit create new empty none placeholder label header heading help hint tooltip save cancel count"
)
"""Keys of the words of a page, and no names of metrics."""


def _says_more_than_a_name(said: Scalar) -> bool:
    if canonical(said.value) is not None:
        return False
    return has_figure(said) or states_result(said)


def _are_measured(items: list[Node]) -> bool:
    """Tell whether most items of a list are measured."""
    return 2 * sum(map(has_change, items)) > len(items)


def stated_objectives(node: Mapping, *, listed: bool = False) -> list[Entry]:
    """Return the entries whose keys state objectives above their key results: `O1 - Delight users: [NPS to 40]`.

    A mapping must name its key results, and figures must stand in most items of bare lists: they might be any chapters.

    Args:
        node: any mapping.
        listed: whether a key around it says that objectives are listed here, so that they need no label.
    """
    stated = [entry for entry in node.entries if states_objective(entry.key)]
    if listed:
        stated += [entry for entry in node.entries if is_phrase(entry.key)]
    lists = [entry for entry in stated if isinstance(entry.node, Sequence)]
    items = [item for entry in lists for item in members(entry.node)]
    is_figure = has_figure if all(states_objective(entry.key) for entry in lists) else has_change
    measured = 2 * sum(map(is_figure, items)) > len(items)
    return [entry for entry in stated if _holds_results(entry.node) or (measured and isinstance(entry.node, Sequence))]


def has_figure(item: Node) -> bool:
    """Tell whether a figure stands in the words of an item, or among its fields."""
    if isinstance(item, Mapping):
        entry = result_text(item)
        return entry is not None and (_has(item, _RESULT_EVIDENCE) or has_figure(entry.node))
    return isinstance(item, Scalar) and any(map(str.isdigit, item.value))


def has_change(item: Node) -> bool:
    """Tell whether an item is measured in a way that the exercises of a course are not: `from 20 to 40`, `45%`."""
    if isinstance(item, Mapping):
        entry = result_text(item)
        return entry is not None and (_has(item, _RESULT_EVIDENCE) or has_change(entry.node))
    return isinstance(item, Scalar) and has_figure(item) and _change().search(item.value) is not None


@cache
def _change() -> Pattern[str]:
    return compile_pattern(
        r"[%％$€£¥→≥≤<>]|->|\b[Ff]rom\b|[从從由]|[到至]\s?\d|\d[,.]?\d{2}|\d\s?(?:[万萬亿億]|[kKmM]\b)"
    )


def is_evident(node: Mapping) -> bool:
    """Tell whether a mapping has fields that OKRs have."""
    return _has(node, _EVIDENCE)


def is_sentence(value: str) -> bool:
    """Tell whether words are more than a name, a colour or a file."""
    return " " in value or sum(map(is_han, value)) >= _FEWEST_HAN_OF_SENTENCE


def may_hold_objectives(key: Scalar) -> bool:
    """Tell whether a key is one of those without which no mapping is an objective, but for names of key results."""
    word = key_word(key)
    return word in _WEAK or word in _NESTED or states_objective(key) or label_of(key.value) is not None


def states_objective(key: Scalar) -> bool:
    """Tell whether a key is a label with an objective behind it: `O1 - Delight users`."""
    return _states_objective(key.value)


@lru_cache(maxsize=256)
def _states_objective(key: str) -> bool:
    found = label(key)
    states = found is not None and found.kind == "objective" and bool(found.label) and found.separated
    return found is not None and states and found.end < len(key)


def _holds_results(node: Node) -> bool:
    return isinstance(node, Mapping) and (results_of(node) is not None or holds_bare_results(node))


def holds_bare_results(node: Mapping) -> bool:
    """Tell whether a mapping is from labels, or names of metrics, to key results: `{NPS: 30 -> 50}`."""
    return holds_labelled_results(node) or (bool(node.entries) and all(map(_names_changing, node.entries)))


def _names_changing(entry: Entry) -> bool:
    from okrlint.reading.figures import states_figures  # it takes what amounts are to know

    return (
        isinstance(entry.node, Scalar)
        and canonical(entry.key.value) is None
        and has_change(entry.node)
        and states_figures(entry.node.value)
    )


def holds_labelled_results(node: Mapping) -> bool:
    """Tell whether a mapping is from labels to key results: `{KR1: …, KR2: …}`."""
    labels = [key_label(entry.key.value) or label_of(entry.key.value) for entry in node.entries]
    return bool(labels) and all(found is not None and found.kind == "key_result" for found in labels)


def is_key_result(node: Node) -> bool:
    """Tell whether a mapping says by its type that it is a key result: `{type: key_result, …}`."""
    return _is_typed(node, "key_result")


def objective_by_type(node: Node) -> bool:
    """Tell whether a mapping says by its type that it is an objective."""
    return _is_typed(node, "objective")


def step_by_type(node: Node) -> bool:
    """Tell whether a mapping says by its type that it is a step towards a key result: `{type: initiative, …}`."""
    return _is_typed(node, "action")


def _is_typed(node: Node, kind: str) -> bool:
    if not isinstance(node, Mapping) or "kind" not in names_of(node):
        return False
    types = [entry.node for name, entry in zip(names_of(node), node.entries, strict=True) if name == "kind"]
    return any(isinstance(value, Scalar) and canonical(value.value) == kind for value in types)


def _holds_typed_results(node: Mapping) -> bool:
    """Tell whether a mapping is of the type objective, and some of its children are key results by theirs."""
    if not _is_typed(node, "objective"):
        return False
    children = (child for entry in node.entries if role_of(entry) == "nested" for child in members(entry.node))
    return any(map(is_key_result, children))


def _has(node: Mapping, names: frozenset[str]) -> bool:
    return not names.isdisjoint(names_of(node))


def opened(node: Mapping) -> Mapping:
    """Return `{objective: {title: …}, key_results: […]}` as one mapping."""
    if "objective" not in names_of(node):
        return node
    inner = node.entries[names_of(node).index("objective")]
    if not isinstance(inner.node, Mapping) or results_of(node) is None:
        return node
    return Mapping([*inner.node.entries, *(entry for entry in node.entries if entry is not inner)], node.span)


def results_of(node: Mapping) -> Entry | None:
    """Return the entry with the key results of a mapping, where it has any."""
    for entry in node.entries:
        if not isinstance(entry.node, Scalar) and role_of(entry) == "key_results" and members(entry.node):
            return entry
    return None


def may_be_result(node: Node) -> bool:
    """Tell whether a node under the label of a key result may be one: it states something, or has fields of one."""
    return states_result(node) or (isinstance(node, Mapping) and _has(node, _RESULT_EVIDENCE))


def states_result(node: Node) -> bool:
    """Tell whether a node under the label of a key result states one, and not that it is one (`First key result`)."""
    if isinstance(node, Scalar) and any(word in node.value.lower() for word in KEY_RESULT_WORDS):
        return False
    return says(node, KEY_RESULT_TEXT)


def says(node: Node, names: tuple[str, ...]) -> bool:
    """Tell whether a node states something in words: no mere figure, and no name of a field (`Key result`).

    Args:
        node: words, or a mapping.
        names: the fields of a mapping that may hold its statement.
    """
    if isinstance(node, Mapping):
        entry = text_of(node, names)
        return entry is not None and says(entry.node, ())
    if not isinstance(node, Scalar) or node.empty or canonical(node.value) is not None:
        return False
    return any(map(str.isalpha, node.value))


def members(node: Node) -> list[Node]:
    """Return the members of a list, the values of a mapping, or the node itself."""
    node = unwrapped(node)
    if isinstance(node, Sequence):
        return [_node_of(item) for item in node.items]
    if isinstance(node, Mapping):
        return [entry.node for entry in node.entries]
    return [] if node.empty else [node]


def unwrapped(node: Node) -> Node:
    """Return the list in a Relay connection: `{edges: [{node: …}]}`, `{nodes: […]}`."""
    if isinstance(node, Mapping):
        for entry in node.entries:
            if entry.key.value in ("edges", "nodes") and isinstance(entry.node, Sequence):
                return entry.node
    return node


def merged(node: Node) -> Node:
    """Return a list of `{words: key results}` as one mapping: what the items are shows in all of them together."""
    if not isinstance(node, Sequence) or not node.items:
        return node
    entries: list[Entry] = []
    for item in node.items:
        if not isinstance(item, Mapping) or len(item.entries) != 1 or not is_phrase(item.entries[0].key):
            return node
        entries += item.entries
    return Mapping(entries, node.span)


def _node_of(node: Node) -> Node:
    if isinstance(node, Mapping) and len(node.entries) == 1 and node.entries[0].key.value == "node":
        return node.entries[0].node
    return node


def text_of(node: Mapping, names: tuple[str, ...]) -> Entry | None:
    """Return the entry that holds the statement."""
    own = names_of(node)
    labelled: Entry | None = None
    for name in names:
        if name not in own:
            continue
        for each, entry in zip(own, node.entries, strict=True):
            if each == name and isinstance(entry.node, Scalar) and not entry.node.empty:
                if key_label(entry.key.value):
                    continue  # `O2: Win` is an objective by its identifier, not a statement
                if not key_label(entry.node.value):
                    return entry
                labelled = labelled or entry  # `name: O2` beside `description: Win` is its label
    return labelled


@lru_cache(maxsize=256)  # all items of a document have the same few keys, and each objective has a KR1
def label_of(name: str) -> LabelMatch | None:
    """Return the label that a key or an identifier is or begins with: `KR1`."""
    return label(f"{name}:")


def statement_of(entry: Entry | None) -> tuple[Text | None, Scalar | None]:
    """Return the statement of an item and the key that it stands under."""
    if entry is None or not isinstance(entry.node, Scalar):
        return None, None
    return entry.node.text, entry.key


def result_text(node: Mapping) -> Entry | None:
    """Return the entry that holds the statement of a key result; under `result` and the like where nothing else is."""
    entry = text_of(node, KEY_RESULT_TEXT)
    if entry is not None:
        return entry
    return next((entry for entry in node.entries if _may_state_result(entry)), None)


def _may_state_result(entry: Entry) -> bool:
    word, node = key_word(entry.key), entry.node
    if word in _RESULT_TEXT:
        return says(node, ())
    return word in _MEASURE_TEXT and isinstance(node, Scalar) and is_sentence(node.value) and says(node, ())


_OF_ALL = ("cycle", "owner", "contributors", "team", "supports", "plan_reference", "health_metrics")
"""The fields of a whole document that may be mappings."""


def tells_of_all(entry: Entry) -> bool:
    """Tell whether a key at the top says something of the whole document, and holds no items."""
    if isinstance(entry.node, Scalar):
        return True
    if isinstance(entry.node, Sequence) and all(isinstance(item, Scalar) for item in entry.node.items):
        return not lists_objectives(entry.key) and role_of(entry) == "field" and not states_objective(entry.key)
    return canonical(entry.key.value) in _OF_ALL and not _holds_items(entry.node)


def _holds_items(node: Node) -> bool:
    """Tell whether mappings under a key (`teams`) hold more than what they are called."""
    return any(
        isinstance(item, Mapping) and any(not isinstance(entry.node, Scalar) for entry in item.entries)
        for item in (node.items if isinstance(node, Sequence) else [node])
    )


def bare_objectives(key: Scalar, node: Node) -> list[Mapping]:
    """Return the objectives of a list that has no key results: those of a company, to which others are aligned.

    [] where a key does not call them so, or where not each has an identifier or is called an objective: such a list may
    be anything.
    """
    if key_word(key) not in _LEVELS or not isinstance(node, Sequence) or not node.items:
        return []
    items = [item for item in node.items if isinstance(item, Mapping) and says(item, OBJECTIVE_TEXT)]
    if len(items) < len(node.items) or any(_may_hold_results(item) for item in items):
        return []
    return items if all(not {"id", "objective"}.isdisjoint(names_of(item)) for item in items) else []


def _may_hold_results(item: Mapping) -> bool:
    return is_objective(item, listed=True) or any(
        isinstance(entry.node, Mapping) and canonical(entry.key.value) is None for entry in item.entries
    )


_LEVELS = words(
    "objectives companyobjectives corporateobjectives organizationobjectives organisationobjectives orgobjectives"
    " teamobjectives departmentobjectives strategicobjectives annualobjectives parentobjectives topobjectives okrs"
    " companyokrs companygoals"
    " 公司目标 公司目標 团队目标 團隊目標 部门目标 部門目標 年度目标 年度目標 战略目标 戰略目標 目标 目標"
)


def lists_objectives(key: Scalar) -> bool:
    """Tell whether objectives are listed under a key."""
    return _LISTS.get(key_word(key)) == "objectives"


def is_period(key: Scalar) -> bool:
    """Tell whether a key names a period (Q4, 2026-H1)."""
    found = cycles.cycle_of(key.value)
    return found is not None and found.end - found.start >= len(key.value) - 4


def names_group(key: Scalar) -> bool:
    """Tell whether a key may be the name of a team or a project around objectives, not a word of the format."""
    word = key_word(key)
    if canonical(key.value) is not None or any(word in names for names in (_LISTS, ABOUT, _COLLECTIONS, _PEOPLE)):
        return False
    return not any(each in word for each in ("okr", "objective", "goal", "目标", "目標"))


def names_side_of_life(key: Scalar) -> bool:
    """Tell whether a key parts what somebody aims at in business from the rest, as no team is called."""
    return key_word(key) in _SIDES


_SIDES = words("business personal professional private work career life 工作 生活 事业 事業")


def tells_of_item(key: Scalar) -> bool:
    """Tell whether what stands under a key is said of items that stand elsewhere: notes, scores, a review."""
    return canonical(key.value) in _TOLD


_TOLD = words("note risk status checkin score progress confidence retrospective dependency source")


def groups(node: Mapping) -> set[int]:
    """Return the keys, by their identity, that name teams above lists: by their looks, or as one of several."""
    found = [entry.key for entry in node.entries if isinstance(entry.node, Sequence) and names_group(entry.key)]
    if len(found) > 1:
        return set(map(id, found))
    return {id(key) for key in found if key.value[:1].isupper() or any(map(is_han, key.value))}


def states_words(key: Scalar, node: Scalar) -> bool:
    """Tell whether words beside objectives state one: under a label, or under a slug if they are several words."""
    if node.empty:
        return False
    if key_label(key.value):
        return True
    value = node.value
    return names_group(key) and says(node, ()) and is_sentence(value)


def names_people(key: Scalar) -> bool:
    """Tell whether a key says that people stand below it."""
    return key_word(key) in _PEOPLE or (canonical(key.value) == "owner" and key_word(key) != "owner")


def speaks_of_objectives(key: Scalar) -> bool:
    """Tell whether a key says that what is listed below it are OKRs; goals may be those of anybody."""
    return lists_objectives(key) and not key_word(key).startswith("goal")


def is_phrase(key: Scalar) -> bool:
    """Tell whether a key is a statement by its looks: several words, and no name of a field, a period or a team."""
    name = key.value
    if canonical(name) is not None or is_period(key) or key_label(name) or lists_objectives(key):
        return False
    han = sum(map(is_han, name))
    if not (han >= _FEWEST_HAN or " " in name):
        return False
    return not name.lower().endswith(_TEAM_ENDINGS)


_FEWEST_HAN = 6
"""Chinese characters that a key which is a statement has at least; names of teams have fewer."""

_FEWEST_HAN_OF_SENTENCE = 4

_TEAM_ENDINGS = (
    *(" team", " squad", " department", " dept", " group", " okr", " okrs", " objectives", " goals"),
    *(
        "部",
        "组",
        "組",
        "团队",
        "團隊",
        "中心",
        "部门",
        "部門",
        "小组",
        "公司",
        "目标",
        "目標",
        "okr",
        "关键结果",
        "關鍵結果",
    ),
)
