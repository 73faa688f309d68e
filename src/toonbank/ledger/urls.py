"""Addresses of the app `ledger`, inside a shop."""

from django.urls import URLPattern

app_name = "ledger"
urlpatterns: list[URLPattern] = []
