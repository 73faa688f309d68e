"""Addresses of the app `conversations`, inside a shop."""

from django.urls import URLPattern

app_name = "conversations"
urlpatterns: list[URLPattern] = []
