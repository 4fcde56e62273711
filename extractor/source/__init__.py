"""What maintainers write: the front matter of ``order.md`` and the progress log, read with every problem's place."""
