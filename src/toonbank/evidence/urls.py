"""Addresses of the app `evidence`, inside a shop."""

from django.urls import path

from toonbank.evidence.views import catalogue, dossier, numbers, product, promotions, sources

app_name = "evidence"
urlpatterns = [
    path("", catalogue.catalogue, name="catalogue"),
    path("products/<int:pk>/", product.product, name="product"),
    path("products/<int:pk>/count/", product.count, name="count"),
    path("products/<int:pk>/names/", product.name, name="name"),
    path("products/<int:pk>/order/", product.order, name="order"),
    path("products/<int:pk>/last/", product.last, name="last-batch"),
    path("names/<int:pk>/remove/", product.remove, name="remove-name"),
    path("promotions/", promotions.listed, name="promotions"),
    path("promotions/new/", promotions.new, name="new-promotion"),
    path("promotions/<int:pk>/", promotions.read, name="promotion"),
    path("promotions/<int:pk>/extend/", promotions.extend, name="extend-promotion"),
    path("promotions/<int:pk>/withdraw/", promotions.withdraw, name="withdraw-promotion"),
    path("file/", dossier.dossier, name="dossier"),
    path("file/<slug:register>/", dossier.listed, name="papers"),
    path("file/<slug:register>/new/", dossier.new, name="new-paper"),
    path("file/<slug:register>/papers/<int:pk>/", dossier.read, name="paper"),
    path("file/<slug:register>/papers/<int:pk>/change/", dossier.change, name="change-paper"),
    path("file/<slug:register>/papers/<int:pk>/end/", dossier.end, name="end-paper"),
    path("numbers/", numbers.numbers, name="numbers"),
    path("numbers/customers/", numbers.customers, name="note-count"),
    path("numbers/reviews/", numbers.reviews, name="note-reviews"),
    path("counted/", numbers.counted, name="counted"),
    path("sources/", sources.listed, name="sources"),
    path("sources/new/", sources.new, name="new-source"),
    path("sources/<int:pk>/", sources.read, name="source"),
    path("sources/<int:pk>/list/", sources.newer, name="newer-list"),
    path("sources/<int:pk>/columns/", sources.columns, name="columns"),
    path("sources/<int:pk>/now/", sources.now, name="read-now"),
    path("runs/<int:pk>/", sources.run, name="run"),
    path("runs/<int:pk>/confirm/", sources.confirm, name="confirm-run"),
]
