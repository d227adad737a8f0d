"""What stands behind an owner or a status in the same line: prose, a time, who helps; and names, which stay."""

import pytest
from golden import read_markdown

from okrlint.model import Item


def of_line(line: str) -> Item:
    """Read an objective with a line of fields below it."""
    return read_markdown(f"# OKRs Q2 2026\n\n## O1: Open the shop\n\n{line}\n\n- KR1: 20 orders\n").objectives[0]


def of_result(words: str) -> Item:
    """Read a key result."""
    return read_markdown(f"# OKRs Q2 2026\n\n## O1: Open the shop\n\n- KR1: {words}\n").objectives[0].key_results[0]


def names(item: Item) -> list[str]:
    return [owner.value for owner in item.owners]


def helpers(item: Item) -> list[str]:
    return [helper.value for helper in item.contributors]


def notes(item: Item) -> list[str]:
    return [field.text.value for field in item.fields if field.name == "note"]


@pytest.mark.parametrize(
    ("line", "owners", "note"),
    [
        ("Owner: Ana · The shop exists and takes paid orders.", ["Ana"], "The shop exists and takes paid orders."),
        ("*(Owner: Bo · the counter runs itself)*", ["Bo"], "the counter runs itself"),
        ("*Owner: ___ · The shop exists, is reachable, and pays.*", [], "The shop exists, is reachable, and pays."),
        ("Owner: TBD | The shop takes paid orders", ["TBD"], "The shop takes paid orders"),
        (
            "Owner: ___ · Local growth; seasons drive this shop (festive gifting).",
            [],
            "Local growth; seasons drive this shop (festive gifting).",
        ),
        ("负责人：张三 · 门店自己就能运转起来", ["张三"], "门店自己就能运转起来"),
        ("负责人：待定 | 门店自己就能运转起来", ["待定"], "门店自己就能运转起来"),
    ],
)
def test_prose_behind_a_bar_names_no_owner(line: str, owners: list[str], note: str) -> None:
    item = of_line(line)
    assert (names(item), notes(item)) == (owners, [note])


@pytest.mark.parametrize("line", ["Owner: ___", "负责人：____", "Owner: _ _ _"])
def test_a_blank_is_no_owner(line: str) -> None:
    assert not names(of_line(line))


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("Owner: Ana · Bo", ["Ana", "Bo"]),
        ("Owner: Ana R. | Bo Jr.", ["Ana R.", "Bo Jr."]),
        ("Owner: growth team | the platform team", ["growth team", "the platform team"]),
        ("Owner: Head of Growth · VP Sales", ["Head of Growth", "VP Sales"]),
        ("Owner: head of growth · external agency", ["head of growth", "external agency"]),
        ("Owner: ana@example.org | @bo", ["ana@example.org", "bo"]),
        ("Owner: May · June", ["May", "June"]),
        ("Owner: Ana | Bo, due 30 June", ["Ana", "Bo"]),
        ("负责人：张三｜李四", ["张三", "李四"]),
        ("负责人：市场部 | 客户成功中心 | 产品经理", ["市场部", "客户成功中心", "产品经理"]),
    ],
)
def test_names_behind_a_bar_are_owners(line: str, owners: list[str]) -> None:
    item = of_line(line)
    assert (names(item), notes(item)) == (owners, [])


def test_fields_behind_a_bar_are_read() -> None:
    item = of_line("Owner: Ana · on track · P0 | by 30 June | Sponsor: Cy")
    assert names(item) == ["Ana"]
    assert (str(item.status), str(item.priority), str(item.deadline and item.deadline.value)) == (
        "on track", "P0", "2026-06-30"
    )  # fmt: skip
    assert [(field.name, field.text.value) for field in item.fields] == [("sponsor", "Cy")]


@pytest.mark.parametrize(
    ("line", "status", "note"),
    [
        ("Status: on track | The shop takes orders", "on track", ["The shop takes orders"]),
        ("状态：正常 | 门店已经可以接单", "正常", ["门店已经可以接单"]),
        ("Status: on track | at risk | off track", "on track | at risk | off track", []),
        ("Status: 🟢 | 🟡 | 🔴", "🟢 | 🟡 | 🔴", []),
        ("Status: R1 shipped | R2 delayed", "R1 shipped | R2 delayed", []),
    ],
)
def test_a_status_ends_at_a_bar(line: str, status: str, note: list[str]) -> None:
    item = of_line(line)
    assert (str(item.status), notes(item)) == (status, note)


@pytest.mark.parametrize(
    ("words", "owner", "due"),
    [
        ("组织4次技术分享，Owner：小张，预计5月完成", "小张", "2026-05-31"),
        ("组织4次技术分享，负责人：小张，5月底前完成", "小张", "2026-05-31"),
        ("组织4次技术分享（负责人：小张，计划6月15日前上线）", "小张", "2026-06-15"),
        ("Give 4 talks, owner: Ana, done by 15 June", "Ana", "2026-06-15"),
        ("Give 4 talks (owner: Ana, expected in May)", "Ana", "2026-05-31"),
        ("Give 4 talks (owner: Ana, by end of June)", "Ana", "2026-06-30"),
    ],
)
def test_a_time_behind_an_owner_is_the_deadline(words: str, owner: str, due: str) -> None:
    item = of_result(words)
    assert names(item) == [owner]
    assert str(item.deadline and item.deadline.value) == due


@pytest.mark.parametrize(
    ("words", "owners"),
    [
        ("Give 4 talks (owner: Ana, June)", ["Ana", "June"]),
        ("组织4次技术分享，负责人：李四，王五", ["李四", "王五"]),
        ("组织4次技术分享（负责人：张三、3人小组）", ["张三", "3人小组"]),
        ("Give 4 talks (owner: Platform, Growth)", ["Platform, Growth"]),
    ],
)
def test_names_behind_an_owner_are_no_times(words: str, owners: list[str]) -> None:
    item = of_result(words)
    assert names(item) == owners
    assert item.deadline_inherited


@pytest.mark.parametrize(
    ("words", "owner", "helper"),
    [
        ("组织4次技术分享（负责人小李，协助人小王）", "小李", ["小王"]),
        ("组织4次技术分享（负责人：小李，配合人：小王、小赵）", "小李", ["小王", "小赵"]),
        ("组织4次技术分享，负责人小李，支持人小王，6月15日完成", "小李", ["小王"]),
        ("组织4次技术分享（负责人：小李，小王协助）", "小李", ["小王"]),
        ("Give 4 talks (owner: Ana, helped by Bo)", "Ana", ["Bo"]),
        ("Give 4 talks (owner: Ana, contributors: Bo, Cy)", "Ana", ["Bo", "Cy"]),
    ],
)
def test_who_helps_is_no_owner(words: str, owner: str, helper: list[str]) -> None:
    item = of_result(words)
    assert (names(item), helpers(item)) == ([owner], helper)


@pytest.mark.parametrize(
    "words",
    ["组织4次分享，配合人力资源部完成招聘", "协助人事部完成3次招聘", "与支持人员完成5次演练", "参与人数达到100人"],
)
def test_verbs_of_help_stay(words: str) -> None:
    item = of_result(words)
    assert (str(item.text), helpers(item)) == (words, [])


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("- **Data source**: `users` table, `status='active' AND age > 3`", "users table, status='active' AND age > 3"),
        ("- Data source: export, status = done", "export, status = done"),
    ],
)
def test_a_query_names_no_field(line: str, source: str) -> None:
    text = f"# OKRs Q2 2026\n\n## O1: Open the shop\n\n### KR1: 20 orders\n\n{line}\n"
    (result,) = read_markdown(text).objectives[0].key_results
    assert result.status is None
    assert [field.text.value for field in result.fields if field.name == "source"] == [source]


def test_a_name_behind_a_source_is_read() -> None:
    text = "# OKRs Q2 2026\n\n## O1: Open the shop\n\n- KR1: 20 orders\n  - Data source: CRM, owner: Ana\n"
    assert names(read_markdown(text).objectives[0].key_results[0]) == ["Ana"]
