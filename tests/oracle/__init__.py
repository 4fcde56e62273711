"""The proof that nothing is lost: what the record says, held against the finished site as a reader gets it.

``expected`` states what the design promises of the record, ``finished`` reads back what is published with real parsers,
and each module besides proves one kind of output. ``table`` lists the proofs: a new output is a function and a line.
Nothing here asks the code that writes the outputs.
"""
