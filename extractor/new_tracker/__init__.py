"""A tracker of one's own: the files that ``tracker init`` writes, made from this program's own and from ``own/``."""
