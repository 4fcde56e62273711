"""The commands of ``tracker``, one a module."""
