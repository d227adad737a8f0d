"""What the three teams write at first: each key result with the name that faults and look-alikes call it by."""

from dataclasses import dataclass, field
from random import Random

from documents import Document, KeyResult, Objective

_ENGLISH = ["Ana Silva", "Ben Ito", "Chloé Martin"]
_CHINESE = ["王芳", "李强", "陈静"]
_LAST = {
    "2026-Q1": "2026-03-27",
    "2026-Q2": "2026-06-26",
    "2026-H1": "2026-06-26",
    "2025-Q4": "2025-12-19",
    "2025-Q3": "2025-09-26",
}

# Document: path, form, title, cycle, then objectives with their key results. A key result is a name and its words.
Written = dict[str, tuple[str, str, str, str, dict[str, dict[str, str]]]]

DOCUMENTS: Written = {
    "2025-q3": ("archive/2025-q3.md", "en", "Growth OKRs 2025-Q3", "2025-Q3", {
        "o-summer": {
            "": "Keep the summer guests until autumn",
            "imported-3": "Beach kiosks that stay open in September from 5 to 40",
            "imported-4": "Sunday orders per shop from 12 to 35",
        },
    }),
    "2025-q4": ("archive/2025-q4.md", "en", "Growth OKRs 2025-Q4", "2025-Q4", {
        "o-winter": {
            "": "Carry the shops through the winter",
            "imported": "Winter vouchers cashed in from 0 to 700",
            "imported-2": "Heating complaints per week from 30 to 10",
        },
    }),
    "g1": ("growth/2026-q1.md", "en", "Growth OKRs 2026-Q1", "2026-Q1", {
        "o-open": {
            "": "Make opening day the best day of the year for every shop",
            "target-lowered": "Weekly active shops from 300 to 900",
            "typo-on-first-day": "Window posters requested by landlords from 100 to 9000",
            "removed-en": "Owners with a second staff login from 50 to 180",
        },
        "o-near": {
            "": "Be the neighbour that owners ask first",
            "words-narrowed": "Net promoter score in all six regions from 20 to 45",
            "relaxed-upward": "Days from sign-up to first order from 9 to 4",
            "typo-mended-en": "Acitve ambassadors per district from 2 to 7",
        },
        "o-tell": {
            "": "Turn happy owners into storytellers",
            "after-end-target": "Referral sign-ups per month from 40 to 160",
            "trailer": "Trial bookings per week from 20 to 90",
            "because": "Contracts with kiosk chains from 5 to 25",
        },
        "o-skill": {
            "": "Teach the town to trade without cash",
            "rolled-en": "Share of market stalls that take cards from 35% to 60%",
            "new-target": "Cashless bakeries from 10 to 40",
            "backdated-en": "Lessons held in town halls from 0 to 24",
        },
        "o-craft": {
            "": "Let craftspeople sell while they sleep",
            "weight-format-a": "Potters with an online shelf from 8 to 60",
            "weight-format-b": "Night orders of candles per week from 15 to 120",
            "weight-format-c": "Weavers who renew their plan from 50% to 85%",
            "colon-tells": "Gift wraps chosen per week from 40 to 210",
        },
        "o-dine": {
            "": "Win the heart of the dinner crowd",
            "reverted": "Restaurants with a digital menu from 60 to 240",
            "struck": "Street food vans under contract from 3 to 30",
            "three-days-old": "Tables reserved through the app per day from 80 to 350",
        },
        "o-calm": {
            "": "Give owners calm evenings",
            "calm-1": "Evening calls to the hotline per week from 240 to 90",
            "changelog-en": "Tax forms filled in without help from 20% to 75%",
        },
        "o-fair": {
            "": "Make prices that everybody understands",
            "rolled-whole-b": "Disputed invoices per thousand from 14 to 5",
            "rolled-whole-c": "Owners who can name their tariff from 30% to 70%",
        },
    }),
    "p1": ("平台/2026-q1.md", "zh", "平台组 2026年第一季度 OKR", "2026-Q1", {
        "o-fast": {
            "": "让店主一打开后台就能放心做生意",
            "target-lowered-zh": "付费门店数由200家提升至600家",
            "baseline-zh": "首页加载时间由5秒降至2秒",
            "removed-zh": "移动端崩溃次数由每周80次降至10次",
        },
        "o-firm": {
            "": "把底座打牢，让同事敢在周五发布",
            "deadline-zh": "自动化测试覆盖率由40%升至75%",
            "after-end-words": "全部核心接口的可用率由99.0%升至99.9%",
        },
        "o-learn": {
            "": "让数据说店主听得懂的话",
            "reason-zh": "加盟渠道签约数由10家增至50家",
            "unit-zh": "看板月访问量由3万提升至10万",
            "typo-mended-zh": "年度套餐续费律由60%提升至80%",
        },
        "o-help": {
            "": "让求助的店主当天就能安心睡觉",
            "rolled-zh": "工单首次响应时间由8小时缩短至1小时",
            "health-zh": "支付成功率保持在99.95%以上",
            "stopped-zh": "县城代理商培训场次由0场增至20场",
        },
        "o-open-zh": {
            "": "让合作伙伴愿意在我们身上搭积木",
            "old-entry-mended": "通过认证的第三方应用由4个增至15个",
            "scored-zh": "开发者社区周活跃人数由150人增至400人",
        },
    }),
    "s1": ("supply/2026-q1.yaml", "yaml", "Supply OKRs 2026-Q1", "2026-Q1", {
        "o-dock": {
            "": "Run docks that drivers love to visit",
            "target-field": "Pallets per hour at the Leipzig dock",
            "deadline-field": "Waiting time of lorries from 50 to 20 minutes",
            "removed-yaml": "Damaged parcels per ten thousand from 45 to 12",
        },
        "o-green": {
            "": "Deliver without leaving a trace",
            "weight-down": "Rides by cargo bike per day from 30 to 150",
            "weight-same": "Cardboard per order from 310 to 200 grams",
            "weight-up": "Depots on green power from 1 to 6",
        },
        "o-plan": {
            "": "Know today what shops need tomorrow",
            "first-fortnight": "Forecast horizon from 10 to 30 days",
            "share-rewritten": "Forecasts within a tenth of demand",
            "rolled-yaml": "Empty shelves reported per week from 70 to 25",
        },
        "o-crew": {
            "": "Build crews that stay",
            "mislaid": "Sick days per picker and quarter from 5 to 3",
            "scale-rewritten": "Shifts swapped without a manager from 10% to 60%",
            "other-place-1": "Apprentices at the Berlin yard from 10 to 40",
        },
    }),
    "g2": ("growth/2026-q2.md", "en", "Growth OKRs 2026-Q2", "2026-Q2", {
        "o-spring": {
            "": "Make spring the season of the corner shop",
            "merged-silently": "Garden stands that order weekly from 40 to 200",
            "lowered-in-rename": "Flower shops with a spring campaign from 25 to 110",
            "line-in-file": "Wholesale baskets sold per week from 90 to 300",
        },
        "o-skill-2": {
            "": "Teach the town to trade without cash",
            "rolled-en-2": "Share of market stalls that take cards from 35% to 60%",
            "new-target-2": "Cashless bakeries from 40 to 95",
            "entry-tells": "Ice cream parlours with a card reader from 12 to 80",
        },
        "o-fair-2": {
            "": "Make prices that everybody understands",
            "rolled-whole-b2": "Disputed invoices per thousand from 14 to 5",
            "rolled-whole-c2": "Owners who can name their tariff from 30% to 70%",
        },
        "o-travel": {
            "": "Be there where travellers shop",
            "flat-en": "Station kiosks with live stock from 5 to 45",
            "drop-en": "Souvenir sales per tourist office from 200 to 520",
            "near-done": "Hotel lobbies with our stand from 10 to 30",
        },
        "o-gone": {
            "": "Charm the office crowd at lunch",
            "gone-a": "Lunch boxes ordered before ten from 100 to 450",
            "gone-b": "Canteens that share their menu from 4 to 22",
        },
        "o-loyal": {
            "": "Give regulars a reason to smile",
            "drop-explained": "Loyalty cards stamped per day from 300 to 1100",
            "moved-to-team": "Loading bays shared between shops from 0 to 14",
            "reformatted": "Birthday greetings answered from 5% to 35%",
            "dropped-early": "Prize draws joined by regulars from 0 to 9",
        },
        "o-trust": {
            "": "Earn the trust of first-time sellers",
            "owner-changed": "First sales within a week of joining from 25% to 60%",
            "reason-on-branch": "Sellers with a verified bank account from 150 to 480",
            "jump-at-end-en": "Hours of bookkeeping per owner and week from 6 to 2",
            "draft-dropped": "Welcome parcels sent by courier from 0 to 75",
            "listed-as-dropped": "Sellers who film their shop from 0 to 85",
        },
    }),
    "p2": ("平台/2026-q2.md", "zh", "平台组 2026年第二季度 OKR", "2026-Q2", {
        "o-words-zh": {
            "": "让全国的店主都爱上记账",
            "later-reason-zh": "自动对账的门店由50家增至260家",
            "jump-with-progress": "开放接口的月调用量由20万次增至90万次",
            "drop-zh": "手工录入的单据占比由70%降至30%",
        },
        "o-help-2": {
            "": "让求助的店主当天就能安心睡觉",
            "rolled-zh-2": "工单首次响应时间由8小时缩短至1小时",
            "health-zh-2": "支付成功率保持在99.95%以上",
            "removed-zh-2": "夜间值班告警由每周40条降至8条",
        },
        "o-guard": {
            "": "让每一次登录都安稳",
            "backdated-zh": "开启双重验证的店主由15%升至65%",
            "flat-zh": "发布回滚次数由每月12次降至3次",
            "planned-zh": "可疑登录的拦截数由每天100次增至500次",
            "removal-explained-zh": "门店巡检的漏洞上报由每月3份增至20份",
        },
        "o-order-zh": {
            "": "让仓库和柜台说同一种语言",
            "reordered-a": "库存差异率由6%降至1.5%",
            "reordered-b": "调拨单平均耗时由36小时缩短至10小时",
            "reordered-c": "扫码入库的商品由2000种增至9000种",
            "change-log-zh": "退货当日入账的比例由35%升至88%",
        },
    }),
    "s2": ("supply/2026-q2.yaml", "yaml", "Supply OKRs 2026-Q2", "2026-Q2", {
        "o-plan-2": {
            "": "Know today what shops need tomorrow",
            "rolled-yaml-2": "Empty shelves reported per week from 70 to 25",
            "noted-yaml": "Fresh goods sold on the day of arrival from 30% to 75%",
            "deadline-format": "Cold trucks with a live thermometer from 4 to 26",
        },
        "o-road": {
            "": "Arrive when it suits the shop",
            "split": "On-time deliveries to schools and hospitals from 70% to 90%",
            "backdated-yaml": "Routes planned the evening before from 20% to 80%",
            "jump-mid-cycle": "Second delivery attempts per day from 60 to 15",
        },
        "o-yard": {
            "": "Grow our own people",
            "other-place-2": "Apprentices at the Vienna yard from 10 to 40",
            "yard-2": "Forklift licences per crew from 2 to 5",
            "jump-at-end-yaml": "Drivers who stay longer than a year from 55% to 80%",
        },
        "o-harbour": {
            "": "Open the harbour to small traders",
            "harbour-1": "Containers shared by five or more traders from 0 to 18",
            "harbour-2": "Customs papers filed online from 10% to 90%",
        },
    }),
    "partners": ("growth/2026-q2-partners.md", "en", "Partner OKRs 2026-Q2", "2026-Q2", {
        "o-partners": {
            "": "Make partnres proud of our badge",
            "partners-1": "Partners that show our badge from 12 to 70",
            "partners-2": "Joint newsleters opened from 18% to 40%",
        },
    }),
    "desk": ("平台/2026-q2-客服.md", "zh", "客服组 2026年第二季度 OKR", "2026-Q2", {
        "o-desk": {
            "": "让每一通电话都像老朋友聊天",
            "desk-1": "一次解决的来电由55%升至80%",
            "desk-2": "排队超过三分钟的来电由每天90通降至20通",
        },
    }),
    "fleet": ("supply/2026-q2-fleet.md", "table", "Fleet OKRs 2026-Q2", "2026-Q2", {
        "o-fleet": {
            "": "Keep the vans rolling quietly",
            "fleet-1": "Electric vans in daily use from 6 to 20",
            "fleet-2": "Breakdowns per month from 11 to 4",
        },
    }),
    "brand": ("growth/2026-q2-brand.md", "en", "Brand OKRs 2026-Q2", "2026-Q2", {
        "o-brand": {
            "": "Be the friendly face of the high street",
            "brand-1": "People who recognise our sign from 15% to 40%",
            "brand-2": "Local papres that quote our owners from 3 to 16",
        },
    }),
    "data": ("平台/2026-q2-数据.md", "zh", "数据组 2026年第二季度 OKR", "2026-Q2", {
        "o-data": {
            "": "让每个数字都有人敢签字",
            "data-1": "报表口径有据可查的指标由30%升至90%",
            "data-2": "数据延迟超过一小时的任务由25个降至5个",
        },
    }),
    "returns": ("supply/2026-q2-returns.md", "en", "Returns OKRs 2026-Q2", "2026-Q2", {
        "o-returns": {
            "": "Make sending back as easy as buying",
            "returns-1": "Refunds paid within two days from 45% to 90%",
            "returns-2": "Returned parcels without a label from 400 to 60",
        },
    }),
    "events": ("growth/2026-q2-events.md", "en", "Event OKRs 2026-Q2", "2026-Q2", {
        "o-events": {
            "": "Fill the square with life",
            "events-1": "Visitors per street festival from 900 to 2500",
            "events-2": "Stalls run by newcomers from 4 to 35",
        },
    }),
    "safety": ("平台/2026-q1-安全.md", "zh", "安全组 2026年第一季度 OKR", "2026-Q1", {
        "o-safety": {
            "": "让安全成为每个人的习惯",
            "safety-1": "高危漏洞的修复时间由20天缩短至5天",
            "safety-2": "钓鱼演练的中招率由18%降至4%",
        },
    }),
    "half-year": ("supply/2026-h1.md", "en", "Purchasing OKRs 2026-H1", "2026-H1", {
        "o-half": {
            "": "Buy as if every cent were ours",
            "half-1": "Suppliers on framework contracts from 30 to 85",
            "half-2": "Purchase orders without a number from 22% to 3%",
        },
    }),
    "app": ("growth/2026-q2-app.md", "en", "App OKRs 2026-Q2", "2026-Q2", {
        "o-app": {
            "": "Put the whole street into one pocket",
            "app-1": "Crash-free sessions from 97.0% to 99.5%",
            "app-2": "Push messages tapped from 4% to 12%",
        },
    }),
    "quality": ("平台/质量.md", "zh", "质量组 2026年第二季度 OKR", "2026-Q2", {
        "o-quality": {
            "": "让缺陷在出门之前就被拦下",
            "quality-1": "线上缺陷由每月60个降至15个",
            "quality-2": "发布前发现的缺陷占比由50%升至85%",
        },
    }),
}  # fmt: skip

# Fields that a key result has beside those of all.
FIELDS = {
    "target-field": {"baseline": "50", "target": "80"},
    "share-rewritten": {"baseline": "0.7", "target": "0.9"},
    "weight-down": {"weight": "40%"},
    "weight-same": {"weight": "30%"},
    "weight-up": {"weight": "30%"},
    "weight-format-a": {"weight": "40%"},
    "weight-format-b": {"weight": "30%"},
    "weight-format-c": {"weight": "30%"},
    "deadline-zh": {"due": "2026-02-28"},
    "deadline-field": {"due": "2026-02-27"},
    "deadline-format": {"due": "2026-05-29"},
    "health-zh": {"type": "健康指标"},
    "health-zh-2": {"type": "健康指标"},
}


@dataclass(eq=False)
class World:
    """All documents as they are at a time, and what is called by which name."""

    documents: dict[str, Document] = field(default_factory=dict)
    key_results: dict[str, KeyResult] = field(default_factory=dict)
    objectives: dict[str, Objective] = field(default_factory=dict)

    def home(self, name: str) -> Objective:
        """Return the objective that holds a key result now."""
        item = self.key_results[name]
        return next(each for one in self.documents.values() for each in one.objectives if item in each.key_results)

    def place(self, name: str) -> tuple[str, str | None, str | None]:
        """Return path, label of the objective and label of the key result of what is called so."""
        if name in self.documents:
            return self.documents[name].path, None, None
        for document in self.documents.values():
            for number, objective in enumerate(document.objectives, 1):
                if objective is self.objectives.get(name):
                    return document.path, f"O{number}", None
                for index, each in enumerate(objective.key_results, 1):
                    if each is self.key_results.get(name):
                        return document.path, f"O{number}", f"KR{index}"
        raise LookupError(f"{name} is nowhere any more")


def start(world: World, name: str, random: Random) -> Document:
    """Add the document of that name to the world, as its team writes it first."""
    path, form, title, cycle, objectives = DOCUMENTS[name]
    document = Document(path, form, title, cycle)
    owners = _CHINESE if form == "zh" else _ENGLISH
    for objective_name, words in objectives.items():
        objective = Objective(words[""])
        for key, text in words.items():
            if key:
                made = KeyResult(text, {"owner": random.choice(owners), "due": _LAST[cycle], **FIELDS.get(key, {})})
                made.fields |= {"confidence": confidence(form, 5)} | ({} if name == "desk" else {"progress": "0%"})
                made.weekly = _walk(random)
                objective.key_results.append(made)
                world.key_results[key] = made
        document.objectives.append(objective)
        world.objectives[objective_name] = objective
    world.documents[name] = document
    return document


def confidence(form: str, tenths: int) -> str:
    """Return a confidence as documents of that form write it."""
    return f"{tenths * 10}%" if form == "yaml" else f"{tenths}/10"


def _walk(random: Random) -> dict[str, list[int]]:
    """Return how an ordinary key result goes: progress grows, confidence goes up or down every other week."""
    values = {"confidence": [5], "progress": [0]}
    for week in range(1, 13):
        level = values["confidence"][-1]
        if week % 2 == 0:
            level = {4: 5, 7: 6}.get(level, level + random.choice((-1, 1)))
        values["confidence"].append(level)
        values["progress"].append(values["progress"][-1] + random.randint(4, 6))
    return values
