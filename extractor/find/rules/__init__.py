"""Rules as data: what a rule is, the rules of each kind, and the values that they yield."""
