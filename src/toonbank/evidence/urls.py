"""Addresses of the app `evidence`, inside a shop."""

from django.urls import URLPattern

app_name = "evidence"
urlpatterns: list[URLPattern] = []
