"""The proof that nothing is lost: the record before anything is made of it, and the finished site as a reader gets it.

``record`` asks whether the record is sound, without rendering. ``table`` has a line for each kind of output: its files with
their members, by the predicates that published them; the reader that reads a file back with a real parser (``pages``,
``calendars``, ``data``); and what each member must say there. ``site`` runs it, and holds the outputs against each other and
against everything that was ever accepted. What an output must be beyond that is no business of the program: an oracle that
shares nothing with it stands in ``tests/oracle/``.
"""
