"""Pages about the shop: itself, its people, its accounts and its practice square."""
