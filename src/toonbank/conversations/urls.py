"""Addresses of the app `conversations`, inside a shop."""

from django.urls import URLPattern, path

from toonbank.conversations.views import people

app_name = "conversations"
urlpatterns: list[URLPattern] = [
    path("people/<int:pk>/", people.contact, name="contact"),
]
