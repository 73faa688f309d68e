"""Pages about people that need no conversations."""
