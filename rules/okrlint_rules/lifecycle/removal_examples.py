"""Examples of LC003: documents, and what commits made of them."""

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
                - KR3: Open 2 offices in the north

                ==> support.md @ 2026-05-20 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes

                ==> support.md
                # Support OKRs 2026-Q2

                ## O1: ⟦Make support feel human⟧
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes
                """,
            """
                ==> support.md @ 2026-03-28 Li Hua: Q2 OKRs
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes

                ## O2: Let nobody wait in the rain
                - KR1: 40 shelters at bus stops
                - KR2: 9 of 10 buses on time

                ==> support.md
                # ⟦Support OKRs 2026-Q2⟧

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes
                """,
            """
                ==> north.md @ 2026-03-28 Li Hua: Q2 OKRs
                # North OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes
                - KR3: Open 2 offices in the north

                ==> south.md @ 2026-03-28 Li Hua: Q2 OKRs
                # South OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: 40 new shelters at bus stops
                - KR2: 9 of 10 buses on time

                ==> south.md @ 2026-05-20 An Bo: cleanup

                ==> north.md
                # ⟦North OKRs 2026-Q2⟧

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes
                - KR3: Open 2 offices in the north
                """,
            """
                ==> support.md @ 2026-03-28 Li Hua: Q2 OKRs
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes
                - KR3: Open 2 offices in the north

                ==> support.md @ 2026-05-20 An Bo: tidy
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900

                ==> support.md
                # Support OKRs 2026-Q2

                ## O1: ⟦Make support feel human⟧
                - KR1: Raise happy customers from 400 to 900
                """,
        ),
        "zh": (
            """
                ==> 客服.md @ 2026-03-28 李华: Q2 OKR
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                - KR2：首次回复不超过30分钟
                - KR3：在北方新开2家办事处

                ==> 客服.md @ 2026-05-20 安博: 周更新
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                - KR2：首次回复不超过30分钟

                ==> 客服.md
                # 客服组 2026年Q2 OKR

                ## O1：⟦让客服更有温度⟧
                - KR1：满意客户由400家增至900家
                - KR2：首次回复不超过30分钟
                """,
            """
                ==> 客服.md @ 2026-03-28 李华: Q2 OKR
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                - KR2：首次回复不超过30分钟

                ## O2：不让任何人在雨里等
                - KR1：新建40座公交候车亭
                - KR2：九成班车准点

                ==> 客服.md @ 2026-05-20 安博: 整理
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                - KR2：首次回复不超过30分钟

                ==> 客服.md
                # ⟦客服组 2026年Q2 OKR⟧

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                - KR2：首次回复不超过30分钟
                """,
            """
                ==> 客服.md @ 2026-03-28 李華: Q2 OKR
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：滿意客戶由400家增至900家
                - KR2：首次回覆不超過30分鐘
                - KR3：在北方新開2家辦事處

                ==> 客服.md
                # 客服組 2026年Q2 OKR

                ## O1：⟦讓客服更有溫度⟧
                - KR1：滿意客戶由400家增至900家
                - KR2：首次回覆不超過30分鐘
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
                - KR3: Open 2 offices in the north

                ==> support.md @ 2026-05-20 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes

                KR3 dropped on 2026-05-20: the market closed

                ==> support.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes

                KR3 dropped on 2026-05-20: the market closed
                """,
            """
                ==> north.md @ 2026-03-28 Li Hua: Q2 OKRs
                # North OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes
                - KR3: Open 2 offices in the north

                ==> south.md @ 2026-03-28 Li Hua: Q2 OKRs
                # South OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: 40 new shelters at bus stops
                - KR2: 9 of 10 buses on time

                ==> north.md @ 2026-05-20 An Bo: weekly update
                # North OKRs 2026-Q2

                ## O1: Make support feel human
                - KR2: First answers within 30 minutes
                - KR1: Raise happy customers from 400 to 900

                ==> south.md @ 2026-05-20 An Bo: weekly update
                # South OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: 40 new shelters at bus stops
                - KR2: 9 of 10 buses on time
                - KR3: Open 2 offices in the north

                ==> north.md
                # North OKRs 2026-Q2

                ## O1: Make support feel human
                - KR2: First answers within 30 minutes
                - KR1: Raise happy customers from 400 to 900

                ==> south.md
                # South OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: 40 new shelters at bus stops
                - KR2: 9 of 10 buses on time
                - KR3: Open 2 offices in the north
                """,
            """
                ==> support.md @ 2026-03-28 Li Hua: Q2 OKRs
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes
                - KR3: Open 2 offices in the north

                ==> support.md @ 2026-04-08 An Bo: settle on two
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes

                ==> support.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes
                """,
            """
                ==> okrs.md @ 2025-12-28 Li Hua: Q1 OKRs
                # Support OKRs 2026-Q1

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes
                - KR3: Open 2 offices in the north

                ==> okrs.md @ 2026-03-27 Li Hua: next quarter
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: 40 new shelters at bus stops

                ==> okrs.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: 40 new shelters at bus stops
                """,
        ),
        "zh": (
            """
                ==> 客服.md @ 2026-03-28 李华: Q2 OKR
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                - KR2：首次回复不超过30分钟
                - KR3：在北方新开2家办事处

                ==> 客服.md @ 2026-05-20 安博: 去掉KR3：市场关闭，办事处不再需要
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                - KR2：首次回复不超过30分钟

                ==> 客服.md
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                - KR2：首次回复不超过30分钟
                """,
            """
                ==> 客服.md @ 2026-03-28 李华: Q2 OKR
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                - KR2：首次回复不超过30分钟
                - KR3：在北方新开2家办事处

                ==> 客服.md @ 2026-05-20 安博: 周更新
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                - KR2：首次回复不超过30分钟
                - KR3：在北方新开2家办事处（状态：已终止）

                ==> 客服.md @ 2026-06-01 安博: 整理
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                - KR2：首次回复不超过30分钟

                ==> 客服.md
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                - KR2：首次回复不超过30分钟
                """,
            """
                ==> 客服.md @ 2026-03-28 李華: Q2 OKR
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：滿意客戶由400家增至900家
                - KR2：首次回覆不超過30分鐘
                - KR3：在北方新開2家辦事處

                ==> 客服.md @ 2026-05-20 安博: 週更新
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：在北方新開2家辦事處
                - KR2：滿意客戶由400家增至900家
                - KR3：首次回覆不超過30 分鐘

                ==> 客服.md
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：在北方新開2家辦事處
                - KR2：滿意客戶由400家增至900家
                - KR3：首次回覆不超過30 分鐘
                """,
        ),
    },
    today=date(2026, 6, 8),
)
