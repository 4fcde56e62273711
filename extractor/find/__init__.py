"""Paragraphs → obligations. The rooms, each of which may import only those before it: ``rules``, ``sentence``, ``names``,
``clause``, ``deadline``, ``duty``; ``finder`` walks a text through them.
"""
