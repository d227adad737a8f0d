"""What the installed presets say of each rule."""

from okrlint.loading import load_preset
from okrlint.registry import Registry
from okrlint.reporting.rule_page import Stance


def stances(registry: Registry) -> dict[str, list[Stance]]:
    """Return what presets say, by the code of the rule, in the order of the presets."""
    said: dict[str, list[Stance]] = {}
    for ref in registry.presets.values():
        for code, setting in load_preset(ref, registry.rules).rules.items():
            stance = Stance(ref.name, setting.severity, setting.options, setting.source)
            said.setdefault(code, []).append(stance)
    return said
