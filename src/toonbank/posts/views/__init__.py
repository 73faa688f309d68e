"""The pages about posts: today, writing, the list, one post, the calendar, pictures."""
