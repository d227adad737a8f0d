"""Examples of CF009: documents, and what commits made of them."""

from datetime import date

from okrlint.plugins import Examples

EXAMPLES = Examples(
    bad={
        "en": (
            """
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86
                  - Check-ins:
                    - 2026-05-18: confidence 4/10
                    - 2026-06-08: confidence 4/10
                    - 2026-06-26: confidence ⟦9/10⟧
                """,
            """
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86
                  - Check-ins:
                    - 2026-06-08: progress 30%, confidence 5/10
                    - 2026-06-22: progress 35%, confidence ⟦9/10⟧
                """,
            """
                ==> q2.md @ 2026-03-30 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 4/10, progress: 0%)

                ==> q2.md @ 2026-05-20 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 4/10, progress: 30%)

                ==> q2.md @ 2026-06-25 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 9/10, progress: 40%)

                ==> q2.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: ⟦9/10⟧, progress: 40%)
                """,
        ),
        "zh": (
            """
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意度由78升至86
                  - 周会：
                    - 5月18日：信心指数 4
                    - 6月8日：信心指数 4
                    - 6月26日：信心指数 ⟦9⟧
                """,
            """
                ==> q2.md @ 2026-03-30 安博: 周更新
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意度由78升至86（信心指数：4/10，进度：0%）

                ==> q2.md @ 2026-05-20 安博: 周更新
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意度由78升至86（信心指数：4/10，进度：30%）

                ==> q2.md @ 2026-06-25 安博: 周更新
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意度由78升至86（信心指数：9/10，进度：40%）

                ==> q2.md
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意度由78升至86（信心指数：⟦9/10⟧，进度：40%）
                """,
            """
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：滿意度由78升至86
                  - 週會：
                    - 6月8日：進度 30%，信心指數 5/10
                    - 6月22日：進度 35%，信心指數 ⟦9/10⟧
                """,
        ),
    },
    good={
        "en": (
            """
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86
                  - Check-ins:
                    - 2026-05-18: confidence 4/10
                    - 2026-06-08: confidence 6/10
                    - 2026-06-26: confidence 8/10
                """,
            """
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86
                  - Check-ins:
                    - 2026-06-08: progress 30%, confidence 5/10
                    - 2026-06-22: progress 90%, confidence 9/10
                """,
            """
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86
                  - Check-ins:
                    - 2026-06-08: confidence 5/10
                    - 2026-06-22: confidence 9/10, the survey of the north came in at last
                """,
            """
                ==> q2.md @ 2026-03-30 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 4/10, progress: 0%)

                ==> q2.md @ 2026-05-20 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 4/10, progress: 30%)

                ==> q2.md @ 2026-06-25 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 9/10, progress: 85%)

                ==> q2.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 9/10, progress: 85%)
                """,
        ),
        "zh": (
            """
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意度由78升至86
                  - 周会：
                    - 5月18日：信心指数 4
                    - 6月8日：信心指数 6
                    - 6月26日：信心指数 8
                """,
            """
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意度由78升至86
                  - 周会：
                    - 6月8日：信心指数 5
                    - 6月22日：信心指数 9，北方的问卷终于回收
                """,
            """
                ==> q2.md @ 2026-03-30 安博: 週更新
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：滿意度由78升至86（信心指數：4/10，進度：0%）

                ==> q2.md @ 2026-05-20 安博: 週更新
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：滿意度由78升至86（信心指數：4/10，進度：30%）

                ==> q2.md @ 2026-06-25 安博: 週更新
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：滿意度由78升至86（信心指數：9/10，進度：85%）

                ==> q2.md
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：滿意度由78升至86（信心指數：9/10，進度：85%）
                """,
        ),
    },
    today=date(2026, 6, 29),
)
