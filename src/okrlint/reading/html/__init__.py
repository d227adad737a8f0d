"""Reading HTML, in files of its own and in Markdown."""
