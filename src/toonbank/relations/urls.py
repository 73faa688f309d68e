"""Addresses of the app `relations`, inside a shop."""

from django.urls import path

from toonbank.relations import views

app_name = "relations"
urlpatterns = [
    path("", views.listed, name="list"),
    path("new/", views.new, name="new"),
    path("<int:pk>/", views.read, name="read"),
    path("consents/<int:pk>/withdraw/", views.withdraw, name="withdraw"),
]
