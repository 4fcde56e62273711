"""How well the extractor reads: scored against orders that people have annotated, and over whole folders of texts.

``python -m extractor.accuracy`` prints the figures; ``accuracy_figures`` gives those that were last committed, for the
page that publishes them.
"""

from extractor.accuracy.figures import AccuracyFigures, AccuracyRow, accuracy_figures

__all__ = ["AccuracyFigures", "AccuracyRow", "accuracy_figures"]
