"""Which deadline phrase governs a predicate, and what it says."""
