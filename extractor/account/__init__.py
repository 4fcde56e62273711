"""The account of a text: what in it could oblige, and whether the reading has it. It shares no rule with ``find``."""
