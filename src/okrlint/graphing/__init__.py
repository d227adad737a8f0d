"""Pictures of the alignment: what supports what, as Mermaid, DOT, SVG and JSON."""
