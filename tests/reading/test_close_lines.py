"""Lines right behind a list, without an empty line between: to Markdown they go on with its last item."""

import pytest
from golden import read_markdown, statements

from okrlint.model import Document

CLOSE = {
    "a remark, which the last item had room for": (
        """
        ## O1: Make onboarding effortless
        - KR1: Sign-ups rise by 5%
        By that we move faster.

        ## O2：让上手毫不费力
        - KR1：激活率从40%到60%
        目前进展顺利
        """,
        ["O1 Make onboarding effortless", "- KR1 Sign-ups rise by 5%", "O2 让上手毫不费力", "- KR1 激活率从40%到60%"],
    ),
    "sentences that are wrapped, however short": (
        """
        ## O1: Make onboarding effortless
        - KR1: Raise the share of
        American users to 40%
        - KR2: Tickets from 1.2
        to 0.6
        - KR3：每位新用户的工单从1.2
        降到0.6
        - KR4: Sign-ups of new customers of the European
        Union from 400 to 900
        """,
        ["O1 Make onboarding effortless", "- KR1 Raise the share of American users to 40%",
         "- KR2 Tickets from 1.2 to 0.6", "- KR3 每位新用户的工单从1.2 降到0.6",
         "- KR4 Sign-ups of new customers of the European Union from 400 to 900"],
    ),
    "labelled": (
        """
        O1: Launch in Spain
        - KR1: 300 paying customers
        O2: Make Portugal profitable
        - KR1: Margin from 1% to 8%
        """,
        ["O1 Launch in Spain", "- KR1 300 paying customers", "O2 Make Portugal profitable",
         "- KR1 Margin from 1% to 8%"],
    ),
    "bold, key results without labels": (
        """
        # OKRs
        **O1: Launch in Spain**
        * 300 paying customers
        * NPS of 40
        **O2: Make Portugal profitable**
        * Margin from 1% to 8%
        """,
        ["O1 Launch in Spain", "- KR 300 paying customers", "- KR NPS of 40", "O2 Make Portugal profitable",
         "- KR Margin from 1% to 8%"],
    ),
    "bold without labels": (
        """
        # Q2 2026 OKRs
        **Launch in Spain**
        - 300 paying customers
        - NPS of 40
        **Make Portugal profitable**
        - Margin from 1% to 8%
        """,
        ["O Launch in Spain", "- KR 300 paying customers", "- KR NPS of 40", "O Make Portugal profitable",
         "- KR Margin from 1% to 8%"],
    ),
    "Chinese": (
        """
        目标一：打开西班牙市场
        - KR1：付费客户达到300家
        目标二：让葡萄牙市场盈利
        - KR1：毛利率从1%提升到8%
        """,
        ["目标一 打开西班牙市场", "- KR1 付费客户达到300家", "目标二 让葡萄牙市场盈利",
         "- KR1 毛利率从1%提升到8%"],
    ),
    "what else is listed between two objectives": (
        """
        Objective 1: Make the community lively
        - DAU from 30k to 60k
        - Quality posts from 12% to 25%
        Risks:
        - Budget not approved
        Objective 2: Make it pay
        - ARPU from $2 to $3
        """,
        ["Objective 1 Make the community lively", "- KR DAU from 30k to 60k", "- KR Quality posts from 12% to 25%",
         "Objective 2 Make it pay", "- KR ARPU from $2 to $3"],
    ),
    "a plan below the key results": (
        """
        目标：提高研发效率，让团队专注创造
        关键结果：
        1. 构建时间从25分钟缩短到8分钟
        2. 线上故障从每月6起降到2起
        行动计划：
        1. 引入分布式构建
        2. 建立故障复盘机制
        """,
        ["O 提高研发效率，让团队专注创造", "- KR 构建时间从25分钟缩短到8分钟", "- KR 线上故障从每月6起降到2起"],
    ),
    "a sentence that is wrapped goes on": (
        """
        ## O1: Be loved
        - KR1: Raise the share of guests who come back within
        a month, from 20% to 40%
        - KR2: NPS from 20 to
        **40** in all shops
        """,
        ["O1 Be loved", "- KR1 Raise the share of guests who come back within a month, from 20% to 40%",
         "- KR2 NPS from 20 to 40 in all shops"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CLOSE)
def test_items_below_such_a_line_are_its_own(case: str) -> None:
    text, expected = CLOSE[case]
    assert statements(read_markdown(text)) == expected


def owners(document: Document) -> list[list[str]]:
    return [[str(owner) for owner in result.owners] for each in document.objectives for result in each.key_results]


@pytest.mark.parametrize("indent", ["", "  ", "   "])
def test_fields_below_a_key_result_are_its_own(indent: str) -> None:
    document = read_markdown(
        f"""
        O1：打造用户喜爱的产品
        KR1：周活团队达到500个
        {indent}- 负责人：张三
        KR2：应用商店评分从3.9提升到4.5
        {indent}- 负责人：李四
        O2：让发布不再可怕
        KR1：发布失败率从12%降到3%
        {indent}- 负责人：王五
        """
    )
    assert owners(document) == [["张三"], ["李四"], ["王五"]]
    assert [len(each.key_results) for each in document.objectives] == [2, 1]


def test_a_field_right_below_an_item_is_that_of_the_item() -> None:
    text = "## O1: Be loved\n- KR1: NPS from 20 to 40\nOwner: Ana\n- KR2: 9 of 10 return\nOwner: Bo\n"
    assert owners(read_markdown(text)) == [["Ana"], ["Bo"]]
