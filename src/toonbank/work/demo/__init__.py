"""The demo shop: Jas, coats in Zutphen. An ordinary shop, made by the verbs that a shopkeeper's own clicks would call."""
