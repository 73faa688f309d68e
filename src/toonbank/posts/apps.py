"""The app `posts`."""

from django.apps import AppConfig


class PostsConfig(AppConfig):
    """Named by its folder."""

    name = "toonbank.posts"
    label = "posts"
