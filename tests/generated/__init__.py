"""Orders that are written together with their reading: a grammar of plain drafting that knows no rule of the extractor.

It imports nothing of ``extractor``, so it cannot agree with the rules by copying them. What is asked of the reading stands in
``.github/DEVELOPING.md`` under "Generated orders".
"""
