"""Examples of LC001: documents, and what commits made of them."""

from datetime import date

from okrlint.plugins import Examples

EXAMPLES = Examples(
    bad={
        "en": (
            """
                ==> q2.md @ 2026-05-20 Li Hua: Q2 OKRs
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes

                ==> q2.md
                # ⟦Support OKRs 2026-Q2⟧

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes
                """,
            """
                ==> q1.md @ 2025-12-28 Li Hua: Q1 OKRs
                # Support OKRs 2026-Q1

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes

                ==> q2.md @ 2026-04-22 Li Hua: add q2.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: 40 shelters at bus stops

                ==> q1.md
                # Support OKRs 2026-Q1

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes

                ==> q2.md
                # ⟦Support OKRs 2026-Q2⟧

                ## O1: Make support feel human
                - KR1: 40 shelters at bus stops
                """,
            """
                ==> h1.md @ 2026-04-20 Li Hua: OKRs of the half-year
                # Support OKRs 2026-H1

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes

                ==> h1.md
                # ⟦Support OKRs 2026-H1⟧

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes
                """,
        ),
        "zh": (
            """
                ==> q2.md @ 2026-05-20 李华: Q2 OKR
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                - KR2：首次回复不超过30分钟

                ==> q2.md
                # ⟦客服组 2026年Q2 OKR⟧

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                - KR2：首次回复不超过30分钟
                """,
            """
                ==> h1.md @ 2026-04-20 李华: 上半年OKR
                # 客服组 2026年上半年 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                - KR2：首次回复不超过30分钟

                ==> h1.md
                # ⟦客服组 2026年上半年 OKR⟧

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                - KR2：首次回复不超过30分钟
                """,
            """
                ==> q2.md @ 2026-05-06 李華: 新增OKR
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：滿意客戶由400家增至900家
                - KR2：首次回覆不超過30分鐘

                ==> q2.md
                # ⟦客服組 2026年Q2 OKR⟧

                ## O1：讓客服更有溫度
                - KR1：滿意客戶由400家增至900家
                - KR2：首次回覆不超過30分鐘
                """,
        ),
    },
    good={
        "en": (
            """
                ==> q2.md @ 2026-03-28 Li Hua: Q2 OKRs
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes

                ==> q2.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes
                """,
            """
                ==> q2.md @ 2026-04-09 Li Hua: Q2 OKRs
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes

                ==> q2.md @ 2026-05-20 Li Hua: one more
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes

                ## O2: Let nobody wait in the rain
                - KR1: 40 shelters at bus stops

                ==> q2.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes

                ## O2: Let nobody wait in the rain
                - KR1: 40 shelters at bus stops
                """,
            """
                ==> q2.md @ 2026-05-20 Li Hua: Import OKRs from the wiki
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes

                ==> q2.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes
                """,
            """
                ==> q1.md @ 2026-05-20 Li Hua: OKRs
                # Support OKRs 2026-Q1

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes

                ==> q2.md @ 2026-05-20 Li Hua: OKRs
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: 40 shelters at bus stops

                ==> q1.md
                # Support OKRs 2026-Q1

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes

                ==> q2.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: 40 shelters at bus stops
                """,
        ),
        "zh": (
            """
                ==> q2.md @ 2026-03-28 李华: Q2 OKR
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                - KR2：首次回复不超过30分钟

                ==> q2.md
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                - KR2：首次回复不超过30分钟
                """,
            """
                ==> q2.md @ 2026-04-09 李华: Q2 OKR
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                - KR2：首次回复不超过30分钟

                ==> q2.md
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                - KR2：首次回复不超过30分钟
                """,
            """
                ==> q2.md @ 2026-05-20 李華: 從飛書遷移OKR
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：滿意客戶由400家增至900家
                - KR2：首次回覆不超過30分鐘

                ==> q2.md
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：滿意客戶由400家增至900家
                - KR2：首次回覆不超過30分鐘
                """,
        ),
    },
    today=date(2026, 6, 8),
)
