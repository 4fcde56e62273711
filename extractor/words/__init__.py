"""English that no stage owns: numbers, dates, nouns, verbs and small words, each list once."""
