"""Addresses of the app `shops`, inside a shop."""

from django.urls import path

from toonbank.shops import views

app_name = "shops"
urlpatterns = [path("more/", views.more, name="more")]
