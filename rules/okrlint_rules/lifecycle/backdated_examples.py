"""Examples of LC005: documents, and what commits made of them."""

from datetime import date

from okrlint.plugins import Examples

EXAMPLES = Examples(
    bad={
        "en": (
            """
                ==> q2.md @ 2026-03-28 Li Hua: Q2 OKRs
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes

                ==> q2.md @ 2026-05-20 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                  - 2026-04-20: 450, confidence 6/10
                  - 2026-05-18: 600, confidence 6/10
                - KR2: First answers within 30 minutes

                ==> q2.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                  - ⟦2026-04-20: 450, confidence 6/10⟧
                  - 2026-05-18: 600, confidence 6/10
                - KR2: First answers within 30 minutes
                """,
            """
                ==> q2.md @ 2026-03-28 Li Hua: Q2 OKRs
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes

                ==> q2.md @ 2026-06-05 An Bo: check-ins
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                  - 2026-04-20: 450, confidence 6/10
                  - 2026-05-04: 600, confidence 6/10
                  - 2026-05-18: 700, confidence 7/10
                - KR2: First answers within 30 minutes

                ==> q2.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                  - 2026-04-20: 450, confidence 6/10
                  - 2026-05-04: 600, confidence 6/10
                  - ⟦2026-05-18: 700, confidence 7/10⟧
                - KR2: First answers within 30 minutes
                """,
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
                  - ⟦2026-05-11: 700, confidence 7/10⟧
                - KR2: First answers within 30 minutes
                """,
        ),
        "zh": (
            """
                ==> q2.md @ 2026-03-28 李华: Q2 OKR
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                - KR2：首次回复不超过30分钟

                ==> q2.md @ 2026-05-20 安博: 周更新
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                  - 2026-04-20：450家，信心 6/10
                  - 2026-05-18：600家，信心 6/10
                - KR2：首次回复不超过30分钟

                ==> q2.md
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                  - ⟦2026-04-20：450家，信心 6/10⟧
                  - 2026-05-18：600家，信心 6/10
                - KR2：首次回复不超过30分钟
                """,
            """
                ==> q2.md @ 2026-03-28 李华: Q2 OKR
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                - KR2：首次回复不超过30分钟

                ==> q2.md @ 2026-06-05 安博: 补周报
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                  - 4月20日：450家，信心 6/10
                  - 5月4日：600家，信心 6/10
                - KR2：首次回复不超过30分钟

                ==> q2.md
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                  - 4月20日：450家，信心 6/10
                  - ⟦5月4日：600家，信心 6/10⟧
                - KR2：首次回复不超过30分钟
                """,
            """
                ==> q2.md @ 2026-03-28 李華: Q2 OKR
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：滿意客戶由400家增至900家
                - KR2：首次回覆不超過30分鐘

                ==> q2.md
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：滿意客戶由400家增至900家
                  - ⟦2026-05-11：700家，信心 7/10⟧
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

                ==> q2.md @ 2026-04-22 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                  - 2026-04-20: 450, confidence 6/10
                - KR2: First answers within 30 minutes

                ==> q2.md @ 2026-05-06 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                  - 2026-04-20: 450, confidence 6/10
                  - 2026-05-04: 600, confidence 6/10
                - KR2: First answers within 30 minutes

                ==> q2.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                  - 2026-04-20: 450, confidence 6/10
                  - 2026-05-04: 600, confidence 6/10
                - KR2: First answers within 30 minutes
                """,
            """
                ==> q2.md @ 2026-05-20 Li Hua: Q2 OKRs
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                  - 2026-04-20: 450, confidence 6/10
                - KR2: First answers within 30 minutes

                ==> q2.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                  - 2026-04-20: 450, confidence 6/10
                - KR2: First answers within 30 minutes
                """,
            """
                ==> q2.md @ 2026-03-28 Li Hua: Q2 OKRs
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: First answers within 30 minutes

                ==> q2.md @ 2026-05-20 An Bo: import check-ins from the tracker
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                  - 2026-04-20: 450, confidence 6/10
                - KR2: First answers within 30 minutes

                ==> q2.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                  - 2026-04-20: 450, confidence 6/10
                - KR2: First answers within 30 minutes
                """,
        ),
        "zh": (
            """
                ==> q2.md @ 2026-03-28 李华: Q2 OKR
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                - KR2：首次回复不超过30分钟

                ==> q2.md @ 2026-04-22 安博: 周更新
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                  - 2026-04-20：450家，信心 6/10
                - KR2：首次回复不超过30分钟

                ==> q2.md
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                  - 2026-04-20：450家，信心 6/10
                - KR2：首次回复不超过30分钟
                """,
            """
                ==> q2.md @ 2026-05-20 李华: Q2 OKR
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                  - 2026-04-20：450家，信心 6/10
                - KR2：首次回复不超过30分钟

                ==> q2.md
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                  - 2026-04-20：450家，信心 6/10
                - KR2：首次回复不超过30分钟
                """,
            """
                ==> q2.md @ 2026-03-28 李華: Q2 OKR
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：滿意客戶由400家增至900家
                - KR2：首次回覆不超過30分鐘

                ==> q2.md @ 2026-05-20 安博: 從飛書匯入進展
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：滿意客戶由400家增至900家
                  - 2026-04-20：450家，信心 6/10
                - KR2：首次回覆不超過30分鐘

                ==> q2.md
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：滿意客戶由400家增至900家
                  - 2026-04-20：450家，信心 6/10
                - KR2：首次回覆不超過30分鐘
                """,
        ),
    },
    today=date(2026, 6, 8),
)
