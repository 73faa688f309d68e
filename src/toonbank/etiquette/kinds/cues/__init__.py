"""What the scanner looks for, as data: per kind a table of (sense, pattern), Dutch and English together.

In a pattern a space is any gap without punctuation, `{n}` a number in digits or words, `{few}` a vague small
number, `{p}` a price, `{pct}` a percentage, `{w}` up to three words. A pattern only makes a place worth looking
at; the kind decides what it means there.
"""
