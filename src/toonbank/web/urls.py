"""All addresses of the desk. What belongs to a shop lies below `/s/<shop>/`."""

from django.urls import include, path

from toonbank.web import doors, language, people

in_a_shop = [
    path("", include("toonbank.posts.urls")),
    path("evidence/", include("toonbank.evidence.urls")),
    path("ledger/", include("toonbank.ledger.urls")),
    path("shop/", include("toonbank.shops.urls")),
]

urlpatterns = [
    path("", doors.door, name="door"),
    path("sign-in/", doors.sign_in, name="sign-in"),
    path("me/", people.me, name="me"),
    path("language/", language.choose, name="language"),
    path("s/<slug:shop>/", include(in_a_shop)),
]
