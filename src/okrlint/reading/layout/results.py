"""Which of the blocks below an objective are its key results."""

from collections.abc import Sequence
from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.language import quantities
from okrlint.model import Span, Text
from okrlint.reading.drafts import Draft
from okrlint.reading.labels import label
from okrlint.reading.layout.attachments import attach
from okrlint.reading.layout.fieldlines import attach_theme
from okrlint.reading.layout.roles import Roles
from okrlint.reading.layout.tables import is_log, is_measure_table, is_result_table, is_rubric
from okrlint.reading.outline import Block


class Results:
    """The key results among some blocks, and the blocks that are none.

    Attributes:
        drafts: the key results.
        rest: the other blocks.
        named: whether a label, a heading or a column says that they are key results.
        measures: whether they stand below "Measures of success".
    """

    __slots__ = ("drafts", "measures", "named", "rest")

    def __init__(self, drafts: list[Draft], rest: list[Block], *, named: bool = True, measures: bool = False) -> None:
        self.drafts = drafts
        self.rest = rest
        self.named = named
        self.measures = measures


def results_of(body: list[Block], roles: Roles) -> Results:
    """Return the key results in an objective's body, by the first of these that finds any.

    1. what stands below a heading or a line "Key Results";
    2. blocks that are labelled (`KR1：`), wherever they stand, or rows of a table that are;
    3. the list below "Measures of success", where no other list stands before it;
    4. the items of the first list, unless another line (`Background:`) announces it as something else;
    5. the rows of the table of figures right below, if it has a column of targets.
    """
    for recognise in (_grouped, _labelled, _measured, _listed, _tabled):
        found = recognise(body, roles)
        if found.drafts:
            return found
    return Results([], body, named=False)


def _labelled(body: list[Block], roles: Roles, above: Sequence[Draft] = (), *, announced: bool = False) -> Results:
    """Read key results that say what they are, wherever they stand but below a heading such as "Actions".

    A heading, or a row, with a label that was there before only refers to it, as in a later progress report.

    Args:
        body: the blocks.
        roles: what they announce.
        above: key results that stand before them.
        announced: whether a heading says that they are key results.
    """
    drafts: list[Draft] = []
    rest: list[Block] = []
    seen: set[tuple[int, ...]] = set()
    is_spoken_of = False  # behind a line that announces what is said of them: `案例分析：`
    forgotten: set[Block] = set()
    if _are_mixed(body, roles):
        from okrlint.reading.layout.mixed_lists import without_labels  # most lists have all labels, or none

        forgotten = without_labels(body, roles, announced=announced)
    at = 0
    while at < len(body):
        block = body[at]
        at += 1
        head = roles.heads[block]
        if block in forgotten:
            draft = result_draft(block, roles)
            drafts.extend([draft] if draft else [])
        elif head.role == "key_result" and head.certain:
            if (block.kind == "section" or is_spoken_of) and head.number and head.number in seen:
                continue
            if head.number in seen and head.number and _tells_what_is_supported(block, roles, drafts):
                continue
            seen.add(head.number)
            draft, at = _labelled_draft(body, at, roles, drafts)
            drafts.extend([draft] if draft else [])
        elif block.kind == "table" and is_result_table(block):
            known = seen - {()}
            if not _only_reports(block, [*above, *drafts[-_MOST_ABOVE:]]):
                drafts.extend(draft for draft in _rows(block) if not known or _number_of(draft) not in known)
        elif _may_hold_results(block, roles):
            inner = _labelled(block.children, roles, drafts[-_MOST_ABOVE:])
            drafts.extend(inner.drafts)
            rest.extend(inner.rest)
        else:
            is_spoken_of = is_spoken_of or (bool(seen) and head.role == "aside" and block.kind == "line")
            rest.append(block)
    return Results(drafts, rest)


def _tells_what_is_supported(block: Block, roles: Roles, drafts: list[Draft]) -> bool:
    """Take what a line says that a key result before it supports: `KR1 → Company O2 KR1`; tell whether it says so."""
    from okrlint.reading.support_lines import behind_support  # labels are seldom there twice

    text = roles.statement(block)
    at = behind_support(text.value) if text is not None else 0
    earlier = next((draft for draft in drafts if draft.label == roles.heads[block].label), None)
    if text is None or earlier is None or not 0 < at < len(text.value):
        return False
    earlier.fields.append(("supports", text.part(at, len(text.value))))
    return True


def _are_mixed(body: list[Block], roles: Roles) -> bool:
    """Whether items with the label of a key result stand beside some that announce nothing."""
    found = {roles.heads[block].role for block in body if block.kind == "item"}
    return "key_result" in found and "plain" in found


_MOST_ABOVE = 200
"""Key results of which a table below them may tell how they stand."""


def _only_reports(table: Block, results: list[Draft]) -> bool:
    """Whether a table tells how the key results stand that are stated before it."""
    if not results:
        return False
    from okrlint.reading.layout.table_reports import KnownResults  # few tables stand behind key results

    objective = Draft(results[0].text)
    objective.children = results
    return KnownResults([objective]).are_reported_in(table)


def _number_of(row: Draft) -> tuple[int, ...]:
    found = label(f"{row.label}:") if row.label else None
    return found.number if found else ()


def _labelled_draft(body: list[Block], at: int, roles: Roles, earlier: list[Draft]) -> tuple[Draft | None, int]:
    """Return the key result that begins right before `at`, and where what belongs to it ends.

    What follows a line belongs to it, up to a line that announces something else. A line of a bare label is
    followed by the statement.
    """
    block = body[at - 1]
    draft = result_draft(block, roles)
    if block.kind != "line":
        return draft, at
    if draft is None and at < len(body) and _states(body[at], roles):
        draft = result_draft(body[at], roles)
        at += 1
        if draft:
            draft.label, draft.span = roles.heads[block].label or None, Span(block.span.start, draft.span.end)
    if draft is None:
        return None, at
    end = _tail_end(body, at, roles)
    if earlier and not any(other.actions or other.fields for other in earlier):
        end = _without_fields(body, at, end, roles)
    _attach_tail(draft, body[at:end], roles)
    return draft, end


def _without_fields(body: list[Block], at: int, end: int, roles: Roles) -> int:
    """Return where the tail of the last of several lines ends if only that one has fields or a plan.

    These are the objective's then.
    """
    if end < len(body) and roles.heads[body[end]].role == "key_result":
        return end
    fields = (place for place in range(at, end) if body[place].kind == "line" and roles.heads[body[place]].name)
    return next(fields, end)


def _states(block: Block, roles: Roles) -> bool:
    """Whether a block is a line that may be the statement of the bare label before it."""
    return block.kind == "line" and roles.heads[block].role == "plain"


def _tail_end(body: list[Block], at: int, roles: Roles) -> int:
    while at < len(body):
        head = roles.heads[body[at]]
        belongs = head.role in ("field", "plain", "objective") or (head.role == "aside" and bool(head.name))
        if body[at].kind not in ("line", "item") or not belongs:
            break
        at += 1
    return at


def _attach_tail(draft: Draft, tail: list[Block], roles: Roles) -> None:
    if tail:
        attach(draft, _without_measures(draft, tail, roles), roles)
        draft.span = Span(draft.span.start, max(draft.span.end, tail[-1].end()))


def _may_hold_results(block: Block, roles: Roles) -> bool:
    if block.kind in ("quote", "code"):
        return True
    head = roles.heads[block]
    holds = roles.holds(block, "key_result") or any(child.kind == "table" for child in block.children)
    return holds and (head.role in ("key_results", "plain") or (head.role == "aside" and not head.name))


def _grouped(body: list[Block], roles: Roles) -> Results:
    """Read what stands below "Key Results": rows, headings, items, or else lines."""
    drafts: list[Draft] = []
    rest: list[Block] = []
    at = 0
    while at < len(body):
        block = body[at]
        at += 1
        if roles.heads[block].role == "key_results":
            end = at if block.children else _members_end(body, at, roles)
            found = members(block.children or body[at:end], roles, rest) or _enumerated(roles.statement(block))
            _attach_owner(found, roles.statement(block))
            drafts.extend(found)
            at = end
        elif block.children and block.kind != "line" and roles.holds(block, "key_results"):
            inner = _grouped(block.children, roles)
            drafts.extend(inner.drafts)
            rest.extend(inner.rest)
        else:
            rest.append(block)
    return Results(drafts, rest)


def _enumerated(words: Text | None) -> list[Draft]:
    """Read several key results in one line: `Key Results: 60 new clients; 90% renewals`."""
    parts = words.split(";；") if words else []
    return [Draft(part) for part in parts if part.value] if len(parts) > 1 else []


def _measured(body: list[Block], roles: Roles) -> Results:
    """Read the measures by which an objective is to be judged (`Success metrics:` and a list) as its key results."""
    for at, block in enumerate(body):
        head = roles.heads[block]
        names_list = head.role == "aside" or (head.role == "field" and roles.statement(block) is None)
        if names_list and head.name in ("measure", "metric"):
            end = at + 1 if block.children else _items_end(body, at + 1)
            blocks = block.children or body[at + 1 : end]
            items = [item for item in blocks if item.kind == "item" and roles.heads[item].role == "plain"]
            drafts = [draft for item in items if (draft := result_draft(item, roles))]
            if drafts and len(items) == len(blocks):
                return Results(drafts, [*body[:at], *body[end:]], named=False, measures=True)
        if block.kind == "item" and head.role == "plain":
            break
    return Results([], body, named=False)


def _items_end(body: list[Block], at: int) -> int:
    while at < len(body) and body[at].kind == "item":
        at += 1
    return at


def _tabled(body: list[Block], roles: Roles) -> Results:
    """Read the figures of an objective with their targets (`| Metric | Baseline | Target |`) as its key results.

    The table stands right below the objective, or below a heading such as "Metrics".
    """
    for at, block in enumerate(body):
        tables = [block]
        if block.kind == "section" and roles.heads[block].name in ("measure", "metric"):
            tables = [child for child in block.children if child.kind == "table"]
        if len(tables) == 1 and tables[0].kind == "table" and is_measure_table(tables[0]):
            from okrlint.reading.layout.table_rows import measure_rows

            drafts = measure_rows(tables[0])
            if drafts:
                return Results(drafts, [*body[:at], *body[at + 1 :]], named=False, measures=True)
    return Results([], body, named=False)


@cache
def _people() -> Pattern[str]:
    return compile_pattern(r"@?[A-Z][\w.]*(?:(?:,| and| &) @?[A-Z][\w.]*){0,5}(?: equally)?", ASCII)


def _attach_owner(drafts: list[Draft], words: Text | None) -> None:
    """Give key results the owner that stands behind their heading: `Key Results: Ana and Bo equally`."""
    if words is not None and _people().fullmatch(words.value):
        for draft in drafts:
            draft.fields.append(("owner", words))


def _members_end(body: list[Block], at: int, roles: Roles) -> int:
    """Return where the blocks end that a line "Key Results:" announces: with its list, or else its lines."""
    listed = False
    while at < len(body):
        block = body[at]
        role = roles.heads[block].role
        labelled = role == "key_result"
        if (block.kind == "section" and not labelled) or role in ("aside", "key_results", "objective", "objectives"):
            return at
        if block.kind in ("item", "table"):
            listed = True
        elif (not labelled or block.kind != "line") and (listed or role == "field"):
            return at
        at += 1
    return at


def members(blocks: list[Block], roles: Roles, rest: list[Block]) -> list[Draft]:
    """Return the key results among the blocks below a heading that announces them; the others go to `rest`."""
    labelled = _labelled(blocks, roles, announced=True)
    if labelled.drafts:
        rest.extend(labelled.rest)
        return labelled.drafts
    if any(roles.heads[block].role == "key_result" for block in blocks):
        rest.extend(blocks)  # blanks to fill in: what stands beside them tells how
        return []
    plain = _unquoted(blocks)
    if any(block.kind == "item" and block.children for block in plain):
        from okrlint.reading.layout.mixed_lists import ungrouped

        plain = ungrouped(plain, roles)
    if any(block.kind == "line" for block in plain) and any(block.kind == "item" for block in plain):
        from okrlint.reading.layout.mixed_lists import led_by_lines  # few lists have lines between them

        if led := led_by_lines(plain, roles):
            return [draft for line, items in led if (draft := _led_draft(line, items, roles))]
    for kind in ("section", "item", "table", "line"):
        found, left = _members_of_kind(plain, kind, roles)
        if found:
            rest.extend(left)
            _strip_numbered_labels(found)
            return found
    rest.extend(blocks)
    return []


def _led_draft(line: Block, items: list[Block], roles: Roles) -> Draft | None:
    draft = result_draft(line, roles)
    if draft:
        _attach_tail(draft, items, roles)
    return draft


def _members_of_kind(blocks: list[Block], kind: str, roles: Roles) -> tuple[list[Draft], list[Block]]:
    found: list[Draft] = []
    left: list[Block] = []
    for block in blocks:
        drafts: list[Draft] = []
        if block.kind == "table" == kind and block.rows and not is_log(block):
            drafts = _rows(block)
        elif block.kind == kind and _is_member(block, roles, listed=bool(found)):
            draft = result_draft(block, roles)
            drafts = [draft] if draft else []
        found.extend(drafts)
        if not drafts:
            left.append(block)
    return found, left


def _rows(table: Block) -> list[Draft]:
    from okrlint.reading.layout.table_rows import result_rows, rubric_rows  # most key results stand in lists

    return rubric_rows(table) if is_rubric(table) else result_rows(table)


def _strip_numbered_labels(drafts: list[Draft]) -> None:
    """Take off a label that all have, whatever its words: `阶段1：`, `Resultado 2: `."""
    if len(drafts) < 2 or not all(any(map(str.isdigit, draft.text.value[:_LONGEST_LABEL])) for draft in drafts):
        return
    from okrlint.reading.layout.unusual_labels import foreign_label, label_words  # few lists begin with numbers

    ends = [foreign_label(draft.text.value) for draft in drafts]
    if all(ends):
        for draft, end in zip(drafts, ends, strict=True):
            draft.label = label_words(draft.text.value[:end])
            draft.text = draft.text.part(end, len(draft.text.value))


_LONGEST_LABEL = 44


def _unquoted(blocks: list[Block]) -> list[Block]:
    return [inner for block in blocks for inner in (block.children if block.kind == "quote" else [block])]


@cache
def _of_example() -> Pattern[str]:
    """Match the heading of an example: `示例 2：…`, `Example 1: …`."""
    return compile_pattern(
        r"[*_#]{0,4} ?(?:示例|案例|例子|范例|範例|[Ee]xample) ?[一二三四五六\d]{1,2}\s?[:：.、—-]", ASCII
    )


def _is_member(block: Block, roles: Roles, *, listed: bool) -> bool:
    head = roles.heads[block]
    if head.role in ("field", "reference") or head.name:
        return False
    if head.role == "aside":
        return block.kind == "section" or bool(block.children)
    if block.kind == "line" and _of_example().match(block.value):
        return False
    if block.kind != "line" or not listed or head.at > 0 or head.role == "key_result":
        return True
    # Of lines without a mark the first is one; others may be a remark, unless they state what is to be reached.
    return not block.value.endswith((".", "。")) and bool(quantities.amounts(block.value))


def _listed(body: list[Block], roles: Roles) -> Results:
    """Read the first plain list below an objective, as in `## Objective: …` and bullets.

    Ticked or not, its items are the key results; items that are fields (`Owner: …`) are not.
    """
    drafts: list[Draft] = []
    rest: list[Block] = []
    announced = False
    done = False
    for block in body:
        head = roles.heads[block]
        if block.kind == "table" and not drafts and block.rows and is_rubric(block):
            return Results(_rows(block), [other for other in body if other is not block], named=False)
        plain = head.role == "plain" or (head.role == "aside" and not head.name and bool(block.children))
        if block.kind == "item" and plain and not announced and not done:
            draft = result_draft(block, roles)
            if draft:
                drafts.append(draft)
                continue
        elif block.kind != "item":
            announced = head.role == "aside" or (head.role == "field" and roles.statement(block) is None)
            done = done or bool(drafts)
        rest.append(block)
    return Results(drafts, rest, named=False)


def result_draft(block: Block, roles: Roles) -> Draft | None:
    """Return the key result that a block states, or that stands below its label."""
    head = roles.heads[block]
    text = roles.statement(block)
    children = block.children
    if text is None:
        stated = _statement_below(children, roles)
        if stated is None:
            return None
        below, text = stated
        children = [child for child in children if child is not below]
    if _may_state_nothing(text.value):
        from okrlint.reading.layout.noise import states_nothing  # few statements begin so

        if states_nothing(text.value):
            return None
    start = min(block.span.start, text.span.start) if block.line else text.span.start
    draft = Draft(text, Span(start, max(block.end(), text.span.end)), head.label or None, done=block.done)
    if head.owner and block.text:
        draft.fields.append(("owner", block.text.part(*head.owner)))
    if head.theme:
        attach_theme(draft, roles.theme(block))
    if children:
        children = _restated(draft, children, roles)
        description = _description(block, children, roles)
        if description is not None:
            draft.fields.append(("description", description))
        attach(draft, _without_measures(draft, children, roles), roles)
    return draft


def _may_state_nothing(value: str) -> bool:
    """Tell at a glance whether words may be no statement: bars, blanks, prompts, or words about key results."""
    return not value[:1].isalnum() or value.startswith(_OF_KEY_RESULTS)


_OF_KEY_RESULTS = (
    *("Key result", "Key Result", "KR", "A key", "A Key", "A KR", "An ", "Good k", "Good K", "key result"),
    *("关键", "關鍵", "回答", "用来", "用來", "用于", "衡量", "通常"),
)
"""What words about key results as such begin with."""


def _without_measures(draft: Draft, blocks: list[Block], roles: Roles) -> list[Block]:
    """Take the items below a mere name of a key result that say from what to what a number is to move.

    `KR1：流量增长`, and below it `社媒访问从 2000 到 5000`: they are how it is measured.
    """
    items = [block for block in blocks if block.kind == "item" and roles.heads[block].role == "plain"]
    if not items or quantities.amounts(draft.text.value):
        return blocks
    measures = [item for item in items[:_MOST_MEASURES] if _is_change(item.value)]
    draft.fields.extend(("measure", item.text) for item in measures if item.text)
    return [block for block in blocks if block not in measures] if measures else blocks


_MOST_MEASURES = 20


def _is_change(value: str) -> bool:
    pair = quantities.change(value)
    return pair is not None and pair.baseline is not None and pair.target is not None


def _restated(draft: Draft, children: list[Block], roles: Roles) -> list[Block]:
    """Take the statement out of a field that holds it (`内容：激活率达到 35%`) where the words above only name it."""
    for child in children:
        text = roles.statement(child) if roles.heads[child].name == "statement" else None
        if text is not None and roles.heads[child].role == "field" and quantities.amounts(text.value):
            if quantities.amounts(draft.text.value):
                return children
            draft.fields.append(("title", draft.text))
            draft.text = text
            return [other for other in children if other is not child]
    return children


def _description(block: Block, children: list[Block], roles: Roles) -> Text | None:
    """Return the sentence below a bold line that only names a key result."""
    first = children[0] if children else None
    if first is None or first.kind != "line" or roles.heads[first].role != "plain":
        return None
    return roles.statement(first) if block.line and block.line.is_strong else None


def _statement_below(children: list[Block], roles: Roles) -> tuple[Block, Text] | None:
    for child in children:
        if child.kind == "quote":
            below = _statement_below(child.children, roles)
            return (child, below[1]) if below else None
        text = roles.statement(child)
        if child.kind in ("line", "item") and text is not None and roles.heads[child].role in ("plain", "aside"):
            return child, text
        if child.kind == "section":
            return None
    return None
