"""Addresses of the app `posts`, inside a shop."""

from django.urls import path

from toonbank.posts.views import (
    accounts,
    compose,
    deeds,
    disagreeing,
    lists,
    months,
    pictures,
    reading,
    rules,
)

app_name = "posts"
urlpatterns = [
    path("", lists.today, name="today"),
    path("posts/", lists.listed, name="list"),
    path("posts/about/products/<int:pk>/", lists.about_product, name="about-product"),
    path("posts/new/", compose.compose, name="compose"),
    path("posts/check/", compose.check, name="check"),
    path("posts/products/", compose.products, name="products"),
    path("posts/pictures/<int:pk>/", pictures.picture, name="picture"),
    path("posts/<int:pk>/", reading.read, name="read"),
    path("posts/<int:pk>/edit/", compose.edit, name="edit"),
    path("posts/<int:pk>/versions/", reading.versions, name="versions"),
    path("posts/<int:pk>/submit/", deeds.submit, name="submit"),
    path("posts/<int:pk>/approve/", deeds.approve, name="approve"),
    path("posts/<int:pk>/keep/", deeds.keep, name="keep"),
    path("posts/<int:pk>/dispute/", deeds.dispute, name="dispute"),
    path("posts/<int:pk>/send-back/", deeds.send_back, name="send-back"),
    path("posts/<int:pk>/ask-again/", deeds.ask_again, name="ask-again"),
    path("posts/<int:pk>/replan/", deeds.replan, name="replan"),
    path("posts/<int:pk>/discard/", deeds.discard, name="discard"),
    path("posts/<int:pk>/restore/", deeds.restore, name="restore"),
    path("posts/<int:pk>/write-again/", deeds.write_again, name="write-again"),
    path("deliveries/<int:pk>/cancel/", deeds.cancel, name="cancel"),
    path("deliveries/<int:pk>/take-down/", deeds.take_down, name="take-down"),
    path("deliveries/<int:pk>/arrived/", deeds.arrived, name="arrived"),
    path("deliveries/<int:pk>/send-again/", deeds.send_again, name="send-again"),
    path("disagreements/", disagreeing.disagreements, name="disagreements"),
    path("disagreements/export/", disagreeing.export, name="export-disputes"),
    path("disputes/<int:pk>/take-back/", disagreeing.take_back, name="take-back-dispute"),
    path("disputes/<int:pk>/settle/", disagreeing.settle, name="settle-dispute"),
    path("rules/<slug:slug>/", rules.rule, name="rule"),
    path("posts/accounts/<int:pk>/", accounts.account, name="account"),
    path("calendar/", months.calendar, name="calendar"),
    path("calendar/<int:year>/<int:month>/", months.calendar, name="month"),
]
