"""What changed: in the record, and by the calendar alone, as values, as Atom feeds, and as a page."""
