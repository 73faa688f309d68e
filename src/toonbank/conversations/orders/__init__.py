"""Orders, as the shop's own systems tell of them: kept without a name, shown only to whom the customer gave the number."""
