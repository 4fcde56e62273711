"""What a text does to other orders: mentions → acts → relations."""
