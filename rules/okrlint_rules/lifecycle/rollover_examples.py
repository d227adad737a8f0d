"""Examples of LC004: documents, and what commits made of them."""

from datetime import date

from okrlint.plugins import Examples

EXAMPLES = Examples(
    bad={
        "en": (
            """
                ==> q1.md
                # Support OKRs 2026-Q1

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: Cut the first answer from 60 to 30 minutes

                ==> q2.md
                # Support OKRs 2026-Q2

                ## O1: ⟦Make support feel human⟧
                - KR1: Raise happy customers from 400 to 900
                - KR2: Cut the first answer from 60 to 30 minutes
                """,
            """
                ==> q1.md
                # Support OKRs 2026-Q1

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: Cut the first answer from 60 to 30 minutes

                ==> q2.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: ⟦Raise happy customers from 400 to 900⟧
                - KR2: Cut the first answer from 30 to 10 minutes
                """,
            """
                ==> 2025-q4.md
                # Support OKRs 2025-Q4

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: Cut the first answer from 60 to 30 minutes

                ==> 2026-q1.md
                # Support OKRs 2026-Q1

                ## O1: Make support feel human
                - KR1: ⟦Raise happy customers from 400 to 900⟧
                - KR2: Cut the first answer from 50 to 40 minutes (note: carried over, with a new target)

                ==> 2026-q2.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: ⟦Raise happy customers from 400 to 900⟧ (note: carried over, no time)
                - KR2: Cut the first answer from 30 to 10 minutes
                """,
            """
                ==> okrs.md @ 2025-12-28 Li Hua: Q1
                # Support OKRs 2026-Q1

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: Cut the first answer from 60 to 30 minutes

                ==> okrs.md @ 2026-03-30 Li Hua: Q2
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: 40 shelters at bus stops

                ==> okrs.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: ⟦Raise happy customers from 400 to 900⟧
                - KR2: 40 shelters at bus stops
                """,
        ),
        "zh": (
            """
                ==> 一季度.md
                # 客服组 2026年Q1 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                - KR2：首次回复由60分钟缩短到30分钟

                ==> 二季度.md
                # 客服组 2026年Q2 OKR

                ## O1：⟦让客服更有温度⟧
                - KR1：满意客户由400家增至900家
                - KR2：首次回复由60分钟缩短到30分钟
                """,
            """
                ==> 一季度.md
                # 客服组 2026年Q1 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                - KR2：首次回复由60分钟缩短到30分钟

                ==> 二季度.md
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：⟦满意客户由400家增至900家⟧
                - KR2：首次回复由30分钟缩短到10分钟
                """,
            """
                ==> okr.md @ 2025-12-28 李華: Q1
                # 客服組 2026年Q1 OKR

                ## O1：讓客服更有溫度
                - KR1：滿意客戶由400家增至900家
                - KR2：首次回覆由60分鐘縮短到30分鐘

                ==> okr.md @ 2026-03-30 李華: Q2
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：滿意客戶由400家增至900家
                - KR2：新建40座候車亭

                ==> okr.md
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：⟦滿意客戶由400家增至900家⟧
                - KR2：新建40座候車亭
                """,
        ),
    },
    good={
        "en": (
            """
                ==> q1.md
                # Support OKRs 2026-Q1

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: Cut the first answer from 60 to 30 minutes

                ==> q2.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 700 to 1,200 (note: carried over with a new target)
                - KR2: Cut the first answer from 30 to 10 minutes
                """,
            """
                ==> q1.md
                # Support OKRs 2026-Q1

                ## O1: Make support feel human
                - KR1: Keep happy customers above 900
                - KR2: Cut the first answer from 60 to 30 minutes

                ==> q2.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Keep happy customers above 900
                - KR2: Cut the first answer from 60 to 30 minutes (note: carried over, the new phones came late)
                """,
            """
                ==> q1.md
                # Support OKRs 2026-Q1

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: Cut the first answer from 60 to 30 minutes

                ==> q3.md
                # Support OKRs 2026-Q3

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: Cut the first answer from 60 to 30 minutes

                ==> north.md
                # North OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: Cut the first answer from 60 to 30 minutes
                """,
            """
                ==> okrs.md @ 2025-12-28 Li Hua: Q1
                # Support OKRs 2026-Q1

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: Cut the first answer from 60 to 30 minutes

                ==> okrs.md @ 2026-03-30 Li Hua: Q2: KR1 stays because the survey moved to May
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: 40 shelters at bus stops

                ==> okrs.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Raise happy customers from 400 to 900
                - KR2: 40 shelters at bus stops
                """,
        ),
        "zh": (
            """
                ==> 一季度.md
                # 客服组 2026年Q1 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由400家增至900家
                - KR2：首次回复由60分钟缩短到30分钟

                ==> 二季度.md
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户由700家增至1200家
                - KR2：首次回复由30分钟缩短到10分钟
                """,
            """
                ==> 一季度.md
                # 客服组 2026年Q1 OKR

                ## O1：让客服更有温度
                - KR1：满意客户不低于900家
                - KR2：首次回复由60分钟缩短到30分钟

                ==> 二季度.md
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意客户不低于900家
                - KR2：首次回复由60分钟缩短到30分钟（备注：顺延，电话系统到货晚）
                """,
            """
                ==> 一季度.md
                # 客服組 2026年Q1 OKR

                ## O1：讓客服更有溫度
                - KR1：滿意客戶由400家增至900家
                - KR2：首次回覆由60分鐘縮短到30分鐘

                ==> 三季度.md
                # 客服組 2026年Q3 OKR

                ## O1：讓客服更有溫度
                - KR1：滿意客戶由400家增至900家
                - KR2：首次回覆由60分鐘縮短到30分鐘
                """,
        ),
    },
    today=date(2026, 6, 8),
)
