"""YAML as configuration is read: no aliases, booleans are `true` and `false` alone, and a key is said once."""

import re
from typing import Any

import yaml


class RefusedError(yaml.MarkedYAMLError):
    """YAML that is sound, but not fit for a configuration."""


class Loader(yaml.SafeLoader):
    """Reads plain values; `off`, which is a severity, is a word, as in YAML 1.2."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Return a node.

        Raises:
            RefusedError: for an alias: it can make a value grow without bound, and configuration has no use for it.
        """
        if self.check_event(yaml.AliasEvent):
            raise _error("a configuration may not hold aliases (*name)", self.peek_event())  # type: ignore[no-untyped-call]
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Return a mapping.

        Raises:
            RefusedError: for a key that is said twice: the first one would be lost silently.
        """
        lines: dict[str, int] = {}
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode):
                if key.value in lines:
                    raise _error(f"the key {key.value!r} is said twice; first on line {lines[key.value]}", key)
                lines[key.value] = key.start_mark.line + 1
        return super().construct_mapping(node, deep)

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        """Return a value.

        Raises:
            MarkedYAMLError: with the place, also for a date that there is not.
        """
        try:
            return super().construct_object(node, deep)
        except ValueError as error:
            raise yaml.MarkedYAMLError(problem=str(error), problem_mark=node.start_mark) from None


def excess(data: bytes, *, values: int, depth: int) -> str | None:
    """Return in what YAML exceeds a number of keys and values, or a depth; None for broken YAML that has not yet."""
    # libyaml looks at these ten times as fast as a node is made; not every build of PyYAML has it.
    events = yaml.parse(data, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    counted = level = 0
    try:
        for event in events:
            counted += isinstance(event, yaml.NodeEvent)
            level += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if counted > values:
                return f"more than {values} keys and values"
            if level > depth:
                return f"nested more than {depth} deep"
    except yaml.YAMLError:
        pass
    return None


def _error(problem: str, at: Any) -> RefusedError:
    return RefusedError(problem=problem, problem_mark=at.start_mark)


_LEFT_OUT = ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:merge")

Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in _LEFT_OUT]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile("^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF")
)
