"""Writes the pages of the reference: every public name, grouped by what it is for."""

import inspect
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from sphinx.pycode import ModuleAnalyzer

MODULES = ("okrlint", "okrlint.plugins", "okrlint.testing")

_TITLES = {
    "okrlint": ("okrlint: parse, lint, fix", "okrlint：解析、检查、修正"),
    "okrlint.plugins": ("okrlint.plugins: for rules and other plugins", "okrlint.plugins：编写规则和插件"),
    "okrlint.testing": ("okrlint.testing: testing rules", "okrlint.testing：测试规则"),
}
_ABOUT = {
    "okrlint": (
        "For programs that read, check or mend OKRs. It prints nothing, ends no process and uses no network.",
        "供读取、检查或修正 OKR 的程序使用。它不打印，不结束进程，也不联网。",
    ),
    "okrlint.plugins": (
        "All that a rule, a reader, a reporter, a preset or a word list imports.",
        "规则、读取器、报告格式、预设和词表所需的一切都从这里导入。",
    ),
    "okrlint.testing": (
        "The examples that a rule carries are its tests; this runs them.",
        "规则自带的示例就是它的测试，用这个模块来运行。",
    ),
}
_GROUPS = {
    "okrlint.api": ("Functions", "函数"),
    "okrlint.linter": ("A linter to keep", "可重复使用的检查器"),
    "okrlint.linting.findings": ("Findings", "检查结果"),
    "okrlint.fixer": ("Fixes", "修正"),
    "okrlint.linting.fixing": ("Fixes", "修正"),
    "okrlint.linting.interface": ("Rules", "规则"),
    "okrlint.linting.lexicon": ("Word lists", "词表"),
    "okrlint.model": ("Documents and their parts", "文档及其组成"),
    "okrlint.reading": ("Readers", "读取器"),
    "okrlint.reporting": ("Reporters", "报告格式"),
    "okrlint.config": ("Configuration", "配置"),
    "okrlint.language": ("What text means", "文字的含义"),
    "okrlint.testing": ("Names", "名称"),
}
"""Headings by the start of the module that defines a name, in the order of a page."""
_LANGUAGE = ("", "以下说明取自源代码，只有英文。")
_HOOKS = ("Hooks that a plugin may have", "插件可以实现的钩子")
_REST = ("Other names", "其他名称")
_SAME = ("The same as in okrlint", "与 okrlint 中相同的名称")


def write_reference(folder: Path, language: str) -> None:
    """Write a page for each public module, and what leads to them."""
    chinese = language == "zh"
    (folder / "reference").mkdir(exist_ok=True)
    told: dict[int, str] = {}
    for name in MODULES:
        path = folder / "reference" / f"{name}.rst"
        path.write_text(_page(import_module(name), told, chinese), encoding="utf-8")
    with (folder / "reference.md").open("a", encoding="utf-8") as file:
        file.write("\n```{toctree}\n:titlesonly:\n\n" + "\n".join(f"reference/{name}" for name in MODULES) + "\n```\n")


def _page(module: ModuleType, told: dict[int, str], chinese: bool) -> str:
    name = module.__name__
    parts = [_heading(_TITLES[name][chinese], "="), f".. py:module:: {name}", _ABOUT[name][chinese], _LANGUAGE[chinese]]
    groups: dict[tuple[str, str], list[str]] = {}
    for public in sorted(module.__all__, key=lambda public: (public.islower(), public)):
        value, full = getattr(module, public), f"{name}.{public}"
        first = told.setdefault(id(value), full) if inspect.isclass(value) else full
        heading = _SAME if first != full else _group_of(value)
        entry = _entry(value, module, public, first)
        groups.setdefault(heading, []).append(entry)
    if name == "okrlint.plugins":
        hooks = import_module("okrlint.hooks")
        names = [hook for hook in vars(hooks) if hook.startswith("okrlint_")]
        groups[_HOOKS] = [
            inspect.cleandoc(hooks.__doc__ or ""),
            *(f".. autofunction:: okrlint.hooks.{hook}" for hook in names),
        ]
    order = list(dict.fromkeys([_HOOKS, *_GROUPS.values(), _REST, _SAME]))
    for heading in sorted(groups, key=order.index):
        parts += [_heading(heading[chinese], "-"), *groups[heading]]
    return "\n\n".join(parts) + "\n"


def _group_of(value: Any) -> tuple[str, str]:
    home = str(getattr(value, "__module__", ""))
    return next((heading for start, heading in _GROUPS.items() if f"{home}.".startswith(f"{start}.")), _REST)


def _entry(value: Any, module: ModuleType, public: str, first: str) -> str:
    """Return the directive for one name, which another module may have told of first."""
    full = f"{module.__name__}.{public}"
    if first != full:
        return f".. py:class:: {public}\n   :no-index-entry:\n\n   :py:class:`{first}`."
    if inspect.isclass(value):
        return f".. autoclass:: {full}\n   :members:\n   :show-inheritance:"
    if inspect.isroutine(inspect.unwrap(value)):
        return f".. autofunction:: {full}"
    shown = [] if " object at 0x" in repr(value) else [f"   :value: {value!r}".replace("typing.", "")]
    return "\n".join([f".. py:data:: {public}", *shown, "", *(f"   {line}" for line in _remark(value, public))])


def _remark(value: Any, public: str) -> list[str]:
    """Return what stands below a constant, in the module that defines it."""
    homes = [
        name for name, home in sys.modules.items() if name.startswith("okrlint.") and vars(home).get(public) is value
    ]
    for home in homes:
        if told := ModuleAnalyzer.for_module(home).find_attr_docs().get(("", public)):
            return told
    return []


def _heading(title: str, line: str) -> str:
    return f"{title}\n{line * (2 * len(title))}"
