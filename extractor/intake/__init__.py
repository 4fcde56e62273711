"""What ``import`` takes in: where an order comes from, how it is written as ``order.md``, and what a new text changes."""
