"""What people say to the shop, who answers, what was done about it, and what the shop learned."""
