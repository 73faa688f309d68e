"""Concrete ways out: which words to put in the place of which. A mend is true by the facts that it was made from."""
