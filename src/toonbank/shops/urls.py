"""Addresses of the app `shops`, inside a shop."""

from django.urls import URLPattern

app_name = "shops"
urlpatterns: list[URLPattern] = []
