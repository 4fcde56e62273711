"""The record as programs and spreadsheets read it: a reading as JSON, and everything under ``api/v1/``."""

from __future__ import annotations

from extractor.publish.api.records import api, obligation_json, reading_json, tracked_json

__all__ = ["api", "obligation_json", "reading_json", "tracked_json"]
