"""Files → orders: every format that an order comes in, ``order.md`` included."""
