"""Start-up of `okrlint check` on one small file, beside yamllint and stock jieba, in one run.

    python tests/benchmarks/startup.py [RUNS]

Prints the median wall time of whole processes and the ratios. `run.py --cases start` measures more, and keeps it; what
is aimed at stands in `aims.py`.
"""

import compileall
import os
import sys
import tempfile
from pathlib import Path

from cases import CUT_ONE_LINE
from figures import middle, ratio
from measuring import Subject, in_turn
from run import compiled

ENGLISH = """# Growth team OKRs 2026-Q2

## O1: Become the name that corner shops recommend to each other

- KR1: Activation rises from 30% to 45% (owner: Ana Ruiz; due: 2026-05-31; confidence: 5/10; weight: 50%)
- KR2: 300 shops order every week (owner: Bob Lin; due: 2026-06-15; confidence: 6/10; weight: 30%)
- KR3: Churn falls from 4% to 2% (owner: Chen Yu; due: 2026-06-30; confidence: 5/10; weight: 20%)

## O2: Make onboarding feel like a conversation

- KR1: Launch the new onboarding guide
- KR2: Median time to first order falls from 3 days to 8 hours
- KR3: Improve satisfaction of new shops
"""
CHINESE = """# 增长团队 2026年Q2 OKR

## O1：成为街边小店互相推荐的名字

- KR1：激活率从30%提升到45%（负责人：王芳；截止：5月31日；信心：5/10；权重：50%）
- KR2：每周下单的门店达到300家（负责人：李强；截止：6月15日；信心：6/10；权重：30%）
- KR3：流失率从4%降至2%（负责人：陈宇；截止：6月30日；信心：5/10；权重：20%）

## O2：让新店上手像聊天一样轻松

- KR1：培训覆盖全部一线员工
- KR2：首单时长中位数从3天缩短至8小时
- KR3：研发流程改造完成
"""
_BESIDE = {"okrlint, English": "yamllint", "okrlint, Chinese": "stock jieba, one line"}
_LIMIT = 60
"""Seconds after which a run is ended."""


def main() -> None:
    """Measure and print."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    for package in compiled():
        compileall.compile_dir(package, quiet=2)
    okrlint, yamllint = (Path(sys.executable).with_name(name) for name in ("okrlint", "yamllint"))
    commands = {
        "bare interpreter": [sys.executable, "-c", "pass"],
        "okrlint, English": [str(okrlint), "check", "--no-cache", "en.md"],
        "okrlint, Chinese": [str(okrlint), "check", "--no-cache", "zh.md"],
        "stock jieba, one line": [sys.executable, "-c", CUT_ONE_LINE],
    }
    if yamllint.exists():
        commands["yamllint"] = [str(yamllint), "peer.yaml"]
    else:
        print("yamllint is not installed")
    subjects = [Subject(name, "", "", command, runs) for name, command in commands.items()]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "en.md").write_text(ENGLISH, encoding="utf-8")
        (folder / "zh.md").write_text(CHINESE, encoding="utf-8")
        (folder / "peer.yaml").write_text("objectives:\n" + "  - name: a\n    weight: 1\n" * 40, encoding="utf-8")
        rows = in_turn(subjects, folder, os.environ, files=1, size=0, warm_ups=1, limit=_LIMIT, tell=print)
    known = {row.tool: row for row in rows}
    for row in rows:
        found = ratio(row, known.get(_BESIDE.get(row.tool, "")))
        told = f"  {found.value:.2f} x {_BESIDE[row.tool]}" if found else ""
        print(f"{row.tool:22} {(middle(row) or _LIMIT) * 1000:8.1f} ms{told}")


if __name__ == "__main__":
    main()
