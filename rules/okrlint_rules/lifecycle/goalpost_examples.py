"""Examples of LC002: documents, and what commits made of them."""

from datetime import date

from okrlint.plugins import Examples

EXAMPLES = Examples(
    bad={
        "en": (
            """
                ==> support.md @ 2026-03-28 Li Hua: Q2 OKRs
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes

                ==> support.md @ 2026-05-28 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 500
                - KR2: First answers within 30 minutes

                ==> support.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to ⟦500⟧
                - KR2: First answers within 30 minutes
                """,
            """
                ==> support.md @ 2026-04-01 Li Hua: OKRs of the quarter
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: 900 happy customers (due: 2026-05-30)
                - KR2: First answers within 30 minutes

                ==> support.md @ 2026-05-29 An Bo: update support.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: 900 happy customers (due: 2026-06-30)
                - KR2: First answers within 30 minutes

                ==> support.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: 900 happy customers (due: ⟦2026-06-30⟧)
                - KR2: First answers within 30 minutes
                """,
            """
                ==> q1.md @ 2025-12-30 Li Hua: Q1 OKRs
                # Support OKRs 2026-Q1

                ## O1: Make support feel human
                - KR1: Every complaint is answered by a person within 2 hours
                - KR2: 900 happy customers

                ==> q1.md @ 2026-04-20 An Bo: final scores
                # Support OKRs 2026-Q1

                ## O1: Make support feel human
                - KR1: Every complaint is answered by a person or a machine within 2 hours
                - KR2: 900 happy customers (score: 0.9)

                ==> q1.md
                # Support OKRs 2026-Q1

                ## O1: Make support feel human
                - KR1: ⟦Every complaint is answered by a person or a machine within 2 hours⟧
                - KR2: 900 happy customers (score: 0.9)
                """,
            """
                ==> support.md @ 2026-04-02 Li Hua: OKRs
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes

                ==> support.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from ⟦700⟧ to 900
                - KR2: First answers within 30 minutes
                """,
            """
                ==> support.md @ 2026-03-28 Li Hua: Q2 OKRs
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900 (weight: 60%)
                - KR2: First answers within 30 minutes (weight: 40%)

                ==> support.md @ 2026-05-28 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 950 (weight: 20%)
                - KR2: First answers within 30 minutes (weight: 80%)

                ==> support.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to ⟦950⟧ (weight: ⟦20%⟧)
                - KR2: First answers within 30 minutes (weight: ⟦80%⟧)
                """,
            """
                ==> support.md @ 2026-04-01 Li Hua: OKRs of the quarter
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes (due: 2026-05-30)

                ==> support.md @ 2026-05-20 An Bo: update support.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise the number of happy customers
                - KR2: First answers within 30 minutes

                ==> support.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: ⟦Raise the number of happy customers⟧
                - KR2: ⟦First answers within 30 minutes⟧
                """,
        ),
        "zh": (
            """
                ==> 客服.md @ 2026-03-28 李华: Q2 OKR
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                - KR2：首次回复不超过30分钟

                ==> 客服.md @ 2026-05-28 安博: 周更新
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至500家
                - KR2：首次回复不超过30分钟

                ==> 客服.md
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至⟦500家⟧
                - KR2：首次回复不超过30分钟
                """,
            """
                ==> 客服.md @ 2026-04-01 李华: 本季度OKR
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户达到900家（截止：2026-05-30）
                - KR2：首次回复不超过30分钟

                ==> 客服.md @ 2026-05-29 安博: 更新客服.md
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户达到900家（截止：2026-06-30）
                - KR2：首次回复不超过30分钟

                ==> 客服.md
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户达到900家（截止：⟦2026-06-30⟧）
                - KR2：首次回复不超过30分钟
                """,
            """
                ==> 客服.md @ 2026-04-01 李華: 本季度OKR
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：首次回覆不超過30分鐘
                - KR2：滿意客戶達到900家

                ==> 客服.md @ 2026-06-01 安博: 調整KR1
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：首次回覆不超過60分鐘
                - KR2：滿意客戶達到900家

                ==> 客服.md
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：首次回覆不超過⟦60分鐘⟧
                - KR2：滿意客戶達到900家
                """,
            """
                ==> 客服.md @ 2026-04-01 李华: Q2 OKR
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                - KR2：首次回复不超过30分钟（权重：60%）

                ==> 客服.md @ 2026-05-20 安博: 更新
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户明显增加
                - KR2：首次回复不超过30分钟

                ==> 客服.md
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：⟦满意客户明显增加⟧
                - KR2：⟦首次回复不超过30分钟⟧
                """,
        ),
    },
    good={
        "en": (
            """
                ==> support.md @ 2026-03-28 Li Hua: Q2 OKRs
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes

                ==> support.md @ 2026-05-28 An Bo: Lower KR1 to 500 because the reseller closed
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 500
                - KR2: First answers within 30 minutes

                ==> support.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 500
                - KR2: First answers within 30 minutes
                """,
            """
                ==> support.md @ 2026-03-28 Li Hua: Q2 OKRs
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers to 9000
                - KR2: First answers within 30 minutes

                ==> support.md @ 2026-03-29 Li Hua: typo
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers to 900
                - KR2: First answers within 30 minutes

                ==> support.md @ 2026-05-28 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: First answers within 30 minutes (confidence: 6/10)
                - KR2: Raise happy custommers to 900 (confidence: 5/10)

                ==> support.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: First answers within 30 minutes (confidence: 6/10)
                - KR2: Raise happy customers to 900 (confidence: 5/10)
                """,
            """
                ==> support.md @ 2026-03-28 Li Hua: Q2 OKRs
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: 900 happy customers (due: 2026-05-30)

                ==> support.md @ 2026-05-20 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: 900 happy customers (due: 2026-06-30)

                ==> support.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: 900 happy customers (due: 2026-06-30)

                Changes:

                - 2026-05-20: deadline of KR1 2026-05-30 → 2026-06-30, the survey starts later
                """,
            """
                ==> okrs.md @ 2025-12-30 Li Hua: Q1 OKRs
                # Support OKRs 2026-Q1

                ## O1: Make support feel human
                - KR1: Raise happy customers to 900

                ==> okrs.md @ 2026-04-01 Li Hua: next quarter
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers to 1,200

                ==> okrs.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers to 1,200 — 950 so far
                """,
            """
                ==> support.md @ 2026-04-01 Li Hua: OKRs of the quarter
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900 (due: 2026-06-30)
                - KR2: First answers within 30 minutes (due: 2026-05-30)

                ==> support.md @ 2026-05-20 An Bo: the end of the quarter is the deadline of all that has none
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes, by 30 May

                ==> support.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes, by 30 May
                """,
        ),
        "zh": (
            """
                ==> 客服.md @ 2026-03-28 李华: Q2 OKR
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                - KR2：首次回复不超过30分钟

                ==> 客服.md @ 2026-05-28 安博: KR1 调整为500家，原因：代理商停业
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至500家
                - KR2：首次回复不超过30分钟

                ==> 客服.md
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至500家
                - KR2：首次回复不超过30分钟
                """,
            """
                ==> 客服.md @ 2026-03-28 李华: Q2 OKR
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：下载量达到10万次
                - KR2：首次回复不超过30分钟

                ==> 客服.md @ 2026-05-28 安博: 统一写法
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：首次回复不超过30分钟
                - KR2：下载量达到100,000次

                ==> 客服.md
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：首次回复不超过30分钟
                - KR2：下载量达到100,000次
                """,
            """
                ==> 客服.md @ 2026-03-28 李華: Q2 OKR
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：滿意客戶由400家增至900家

                ==> 客服.md @ 2026-05-28 安博: 週更新
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：滿意客戶由400家增至500家

                ==> 客服.md
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：滿意客戶由400家增至500家
                  - 2026-05-28：渠道關停，目標值下調，信心 6/10
                """,
            """
                ==> 客服.md @ 2026-04-01 李华: Q2 OKR
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                - KR2：首次回复不超过30分钟（权重：60%）

                ==> 客服.md @ 2026-05-20 安博: 更新
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户明显增加
                - KR2：首次回复不超过30分钟
                - 5月20日变更：取消 KR1 目标值 900 家，统计口径已停用；KR2 不再设权重，因为只剩它有投入

                ==> 客服.md
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户明显增加
                - KR2：首次回复不超过30分钟
                - 5月20日变更：取消 KR1 目标值 900 家，统计口径已停用；KR2 不再设权重，因为只剩它有投入
                """,
        ),
    },
    today=date(2026, 6, 8),
)
