"""One sentence: its tokens, and where rules match in it."""
