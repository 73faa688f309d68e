"""Addresses of the app `posts`, inside a shop."""

from django.urls import URLPattern

app_name = "posts"
urlpatterns: list[URLPattern] = []
