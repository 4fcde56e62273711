"""Static pictures of the record: duties → SVG text. Pure functions, no clock, no library, everything escaped.

Each one gives a ``Picture``, which the template ``pages/pictures.md.j2`` sets into a page; where there is too little to
draw, the picture is a sentence. A picture depends on its duties and their as-of day alone.
"""

from extractor.publish.pictures.agency_bars import agency_bars
from extractor.publish.pictures.burn_up import burn_up
from extractor.publish.pictures.month_strip import month_strip
from extractor.publish.pictures.picture import LARGEST, Picture
from extractor.publish.pictures.timeline import timeline

__all__ = ["LARGEST", "Picture", "agency_bars", "burn_up", "month_strip", "timeline"]
