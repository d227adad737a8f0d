"""Start-up of `okrlint check` on one small file, beside yamllint and stock jieba, in one run.

    python tests/benchmarks/startup.py [RUNS]

Prints the median wall time of whole processes and the ratios. Bytecode is compiled first: an installed tool's is.
Aims: English at most 2.0 times yamllint; Chinese at most 0.5 times Python importing stock jieba and cutting a line.
"""

import compileall
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import jieba

import okrlint
import okrlint_rules

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
CUT_ONE_LINE = "import jieba; list(jieba.cut('提升次日留存率，完成用户积分激励机制的设计'))"


def median(command: list[str], runs: int, folder: Path) -> float:
    """Return the median wall time of a command in milliseconds, after one run to warm up."""
    times = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        subprocess.run(command, capture_output=True, cwd=folder, check=False)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times[1:])


def main() -> None:
    """Measure and print."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    for package in (okrlint, okrlint_rules, jieba):
        compileall.compile_dir(Path(package.__file__).parent, quiet=2)
    program = shutil.which("okrlint", path=str(Path(sys.executable).parent)) or "okrlint"
    yamllint = shutil.which("yamllint", path=str(Path(sys.executable).parent))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "en.md").write_text(ENGLISH, encoding="utf-8")
        (folder / "zh.md").write_text(CHINESE, encoding="utf-8")
        (folder / "peer.yaml").write_text("objectives:\n" + "  - name: a\n    weight: 1\n" * 40, encoding="utf-8")
        check = [program, "check", "--no-cache"]
        bare = median([sys.executable, "-c", "pass"], runs, folder)
        english = median([*check, "en.md"], runs, folder)
        chinese = median([*check, "zh.md"], runs, folder)
        jieba_cut = median([sys.executable, "-c", CUT_ONE_LINE], runs, folder)
        peer = median([yamllint, "peer.yaml"], runs, folder) if yamllint else None
    print(f"bare interpreter        {bare:7.1f} ms")
    print(f"okrlint, English        {english:7.1f} ms" + (f"  {english / peer:.2f} x yamllint" if peer else ""))
    print(f"okrlint, Chinese        {chinese:7.1f} ms  {chinese / jieba_cut:.2f} x stock jieba")
    print(f"yamllint                {peer:7.1f} ms" if peer else "yamllint is not installed")
    print(f"stock jieba, one line   {jieba_cut:7.1f} ms")


if __name__ == "__main__":
    main()
