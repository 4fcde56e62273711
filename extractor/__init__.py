"""The obligations tracker: from an order's text to a published site."""

__version__ = "0.1.0"
