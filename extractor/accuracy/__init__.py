"""How well the extractor reads: scored against annotated orders, and over whole folders of texts.

``python -m extractor.accuracy`` prints the figures; ``accuracy_figures`` gives those that were last committed, for the
page that publishes them.
"""

from extractor.accuracy.figures import AccuracyFigures, accuracy_figures
from extractor.accuracy.rows import AccuracyRow, percent

__all__ = ["AccuracyFigures", "AccuracyRow", "accuracy_figures", "percent"]
