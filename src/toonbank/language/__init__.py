"""Reading Dutch and English: sentences, numbers, dates and phrases, with exact places in the text.

Needs nothing but Python; with the `pyahocorasick` wheel (`toonbank[fast]`) the scanner may be quicker,
never different.
"""
