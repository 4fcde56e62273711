"""Names of officials and bodies: those that the order defines, and where a name starts and ends."""
