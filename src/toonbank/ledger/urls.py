"""Addresses of the app `ledger`, inside a shop."""

from django.urls import path

from toonbank.ledger import views

app_name = "ledger"
urlpatterns = [
    path("", views.read, name="read"),
    path("verify/", views.check, name="verify"),
    path("export/", views.export, name="export"),
]
