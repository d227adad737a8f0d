"""Verbs that are no work where they stand: parts of a subject, of what is made use of, or of a thing's name."""

import pytest

from okrlint.language.kinds import lead


@pytest.mark.parametrize(
    "text",
    [
        "写操作审批门禁可用",
        "配置/权限/错误处理统一",
        "验证集准确率提升",
        "备份可自动验证恢复",
        "测试可重复执行",
        "安装和变更均从当前 HEAD 发现项目",
        "自动化与审核覆盖率",
        "培训与考核通过率",
        "Prioritized Roadmap",
        "Mocked API server",
        "Mocked `getProducts` catalog with a pricing file",
        "Unified brand guide",
    ],
)
def test_no_verb_leads(text: str) -> None:
    found = lead(text)
    assert found is not None
    assert found.verb_class is None


@pytest.mark.parametrize(
    "text",
    [
        "写完操作手册",
        "配置权限",
        "配置统一网关",
        "配置/部署监控系统",
        "验证集群可用",
        "验证集成方案",
        "备份数据库",
        "开发可复用组件",
        "设计可落地的方案",
        "安装和调试设备",
        "审核与发布流程",
        "Prioritized the roadmap",
        "Prioritized 5 projects",
        "Unified dashboards",
        "Streamlined the release process",
        "Launched new website",
    ],
)
def test_a_verb_of_work_leads(text: str) -> None:
    found = lead(text)
    assert found is not None
    assert found.verb_class in ("soft", "output", "neutral")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("通过AI答疑建设，降低教师人均工作耗时", "降低"),
        ("通过用户调研，优化产品", "优化"),
        ("通过调研制定定价方案，降低成本", "制定"),
    ],
)
def test_the_verb_behind_what_is_made_use_of(text: str, word: str) -> None:
    found = lead(text)
    assert found is not None
    assert found.word == word
