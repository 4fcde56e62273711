"""The accepted reading: what the site may say of an order, and how it is held against what the extractor reads now.

``records`` are the values; ``register_fields``, ``register_yml`` and ``corrections_yml`` read and write the files; ``matching`` says which
obligation of a new reading is which accepted one, by its words; ``differences`` says what changed, field by field;
``correcting`` applies corrections; ``publishing`` makes the reading that is published; ``unaccepted`` words what differs; ``accepting`` makes the next register.
"""
