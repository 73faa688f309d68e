"""Addresses of the app `relations`, inside a shop."""

from django.urls import path

from toonbank.relations.views import consents, keeping, people

app_name = "relations"
urlpatterns = [
    path("", people.listed, name="list"),
    path("consents/", consents.register, name="consents"),
    path("consents/<int:pk>/withdraw/", consents.withdraw, name="withdraw"),
    path("questions/<int:pk>/", consents.question, name="question"),
    path("questions/<int:pk>/take-back/", consents.take_back, name="question-take-back"),
    path("new/", consents.new, name="new"),
    path("kindred/", people.kindred, name="kindred"),
    path("kindred/<int:pk>/", people.review, name="kindred-review"),
    path("keeping/", keeping.terms, name="keeping"),
    path("<int:pk>/", consents.read, name="read"),
    path("<int:pk>/ask/", consents.ask, name="ask"),
]
