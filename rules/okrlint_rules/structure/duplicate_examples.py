"""Documents that have items in common, and documents that may have: examples of ST005."""

from okrlint.plugins import Examples

ACROSS = Examples(
    bad={
        "en": (
            """
            ==> lifts.md
            # Lift team OKRs 2026-Q2

            ## O1: Let nobody take the stairs against their will
            - KR1: Lifts out of order fall from 9 to 2 a week
            - KR2: 95% of alarms are answered within 30 seconds

            ==> stations.md
            # Station team OKRs 2026-Q2

            ## O1: Make every platform a place to breathe
            - KR1: Complaints about dirt fall from 300 to 120
            - KR2: ⟦Reduce lifts out of order from 9 to 2 a week⟧
            """,
            """
            ==> a/museum.md
            # Museum OKRs 2026

            ## O1: Be the place that children beg to return to
            - KR1: Families that come twice rise from 8% to 20%

            ==> b/zoo.md
            # Zoo OKRs 2026-Q3

            ## O1: ⟦Be the place that children beg to return to⟧
            - KR1: 40 schools book a night with the owls
            """,
            """
            ==> canteen.md
            # Canteen OKRs 2026-Q2

            ## O1: Serve lunch that people talk about at dinner
            - KR1: Guests who finish their plate rise from 60% to 85%
            - KR2: Waste falls from 40 to 15 kg a day
            - KR3: 12 dishes without meat instead of 3

            ==> kitchen.md
            # Kitchen OKRs 2026-Q2

            ## O1: ⟦Serve lunch that people talk about at dinner⟧
            - KR1: Guests who finish their plate rise from 60% to 85%
            - KR2: Waste falls from 40 to 15 kg a day
            - KR3: 12 dishes without meat instead of 3
            """,
        ),
        "zh": (
            """
            ==> 电梯.md
            # 电梯组 2026年Q2 OKR

            ## O1：让谁都不必被迫爬楼梯
            - KR1：每周停运电梯由9部降到2部
            - KR2：95%的报警在30秒内接听

            ==> 车站.md
            # 车站组 2026年Q2 OKR

            ## O1：让每个站台都能喘口气
            - KR1：卫生投诉由300件降到120件
            - KR2：⟦每周停运电梯从9部减少到2部⟧
            """,
            """
            ==> 甲/博物馆.md
            # 博物館 2026年度OKR

            ## O1：成為孩子吵著還要再來的地方
            - KR1：再次到訪的家庭由8%升到20%

            ==> 乙/动物园.md
            # 動物園 2026年Q3 OKR

            ## O1：⟦成為孩子吵著還要再來的地方⟧
            - KR1：40所學校預訂夜宿
            """,
            """
            ==> 食堂.md
            # 食堂 2026年Q2 OKR

            ## O1：做出让人晚饭时还在谈论的午餐
            - KR1：光盘率由60%升到85%
            - KR2：每日厨余由40公斤降到15公斤
            - KR3：素菜由3道增到12道

            ==> 食堂二.md
            # 餐饮部 2026年Q2 OKR

            ## O1：⟦做出让人晚饭时还在谈论的午餐⟧
            - KR1：光盘率由60%升到85%
            - KR2：每日厨余由40公斤降到15公斤
            - KR3：素菜由3道增到12道
            """,
        ),
    },
    good={
        "en": (
            """
            ==> lifts.md
            # Lift team OKRs 2026-Q2

            ## O1: Let nobody take the stairs against their will
            - KR1: Lifts out of order fall from 9 to 2 a week

            ==> stations.md
            # Station team OKRs 2026-Q2

            ## O1: Make every platform a place to breathe
            - KR1: Lifts out of order fall from 9 to 2 a week (supports: lifts O1-KR1)
            - KR2: Stairs out of order fall from 9 to 2 a week
            """,
            """
            ==> archive/lifts.md
            # Lift team OKRs 2026-Q2

            ## O1: Let nobody take the stairs against their will
            - KR1: Lifts out of order fall from 9 to 2 a week

            ==> lifts.md
            # Lift team OKRs 2026-Q2

            ## O1: Let nobody take the stairs against their will
            - KR1: Lifts out of order fall from 9 to 2 a week

            ==> 2026/lifts.md
            # Lift team OKRs 2026

            ## O1: Let nobody take the stairs against their will
            - KR1: Lifts out of order fall from 9 to 2 a week
            """,
            """
            ==> museum.md
            # Museum OKRs 2026-Q2

            ## O1: Be the place that children beg to return to (shared objective)
            - KR1: Families that come twice rise from 8% to 20%

            ==> zoo.md
            # Zoo OKRs 2026-Q2

            ## O1: Be the place that children beg to return to
            - KR1: 40 schools book a night with the owls

            ==> pool.md
            # Pool OKRs 2026-Q3

            ## O1: Let water be for everybody
            - KR1: Families that come twice rise from 8% to 20%
            """,
        ),
        "zh": (
            """
            ==> 电梯.md
            # 电梯组 2026年Q2 OKR

            ## O1：让谁都不必被迫爬楼梯
            - KR1：每周停运电梯由9部降到2部

            ==> 车站.md
            # 车站组 2026年Q2 OKR

            ## O1：让每个站台都能喘口气
            - KR1：每周停运电梯由9部降到2部（支撑：电梯 O1-KR1）
            - KR2：每周停运扶梯由9部降到2部
            """,
            """
            ==> 归档/电梯.md
            # 电梯组 2026年Q2 OKR

            ## O1：让谁都不必被迫爬楼梯
            - KR1：每周停运电梯由9部降到2部

            ==> 电梯.md
            # 电梯组 2026年Q2 OKR

            ## O1：让谁都不必被迫爬楼梯
            - KR1：每周停运电梯由9部降到2部

            ==> 2026/电梯.md
            # 电梯组 2026年度OKR

            ## O1：让谁都不必被迫爬楼梯
            - KR1：每周停运电梯由9部降到2部
            """,
            """
            ==> 博物馆.md
            # 博物館 2026年Q2 OKR

            ## O1：成為孩子吵著還要再來的地方（共享目標）
            - KR1：再次到訪的家庭由8%升到20%

            ==> 动物园.md
            # 動物園 2026年Q2 OKR

            ## O1：成為孩子吵著還要再來的地方
            - KR1：40所學校預訂夜宿

            ==> 泳池.md
            # 泳池 2026年Q3 OKR

            ## O1：讓每個人都能下水
            - KR1：再次到訪的家庭由8%升到20%
            """,
        ),
    },
)
