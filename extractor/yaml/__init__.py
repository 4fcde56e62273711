"""YAML with places: a file's text, its tree with line and column, and fields read from it by a pydantic model."""
