"""Where the deadline phrases stand that may govern one predicate."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Window:
    """Where the phrases that may govern a predicate stand: before the modal, and from the modal to the predicate's end."""

    front_start: int
    subject_start: int  # an opening event phrase ends here
    modal: int
    verb: int
    end: int
