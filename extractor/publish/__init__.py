"""Tracked obligations → files: pages, calendars and data, as pure functions."""
