"""The accepted reading: what the site may say of an order, and how it is held against what the extractor reads now.

``records`` are the values; ``register_yml`` and ``corrections_yml`` read and write the files; ``matching`` says which
obligation of a new reading is which accepted one, by its words; ``differences`` says what changed, field by field;
``publishing`` makes the reading that is published; ``accepting`` makes the next register.
"""
