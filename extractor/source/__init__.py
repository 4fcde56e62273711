"""What maintainers keep: the folders of ``source/`` and the progress logs in them."""
