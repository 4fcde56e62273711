"""The record as programs and spreadsheets read it: a reading as JSON, and everything under ``api/v1/``.

``reading_model``, ``record_model`` and ``file_model`` say what there is; ``records``, ``changes`` and ``rows`` make it
from what is tracked; ``files`` writes all of it. The schemas, the description for programs and the tables of the Data
page are made from the models.
"""

from __future__ import annotations

from extractor.publish.api.records import reading_json, tracked_record

__all__ = ["reading_json", "tracked_record"]
