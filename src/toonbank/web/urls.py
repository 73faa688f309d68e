"""All addresses of the desk. What belongs to a shop lies below `/s/<shop>/`."""

from django.urls import include, path

from toonbank.conversations.views.receiving import knock
from toonbank.relations.views import public
from toonbank.web import doors, language, people, welcome

in_a_shop = [
    path("", include("toonbank.posts.urls")),
    path("counter/", include("toonbank.conversations.urls")),
    path("evidence/", include("toonbank.evidence.urls")),
    path("people/", include("toonbank.relations.urls")),
    path("ledger/", include("toonbank.ledger.urls")),
    path("shop/", include("toonbank.shops.urls")),
]

urlpatterns = [
    path("", doors.door, name="door"),
    path("welcome/", welcome.welcome, name="welcome"),
    path("sign-in/", doors.sign_in, name="sign-in"),
    path("sign-out/", doors.sign_out, name="sign-out"),
    path("enter/<str:token>/", doors.enter, name="enter"),
    path("me/", people.me, name="me"),
    path("me/password/", people.password, name="password"),
    path("language/", language.choose, name="language"),
    path("in/<slug:slug>/", knock, name="in"),
    path("yes/<str:token>/", public.question, name="consent-question"),
    path("consent/<str:token>/", public.own, name="consent-own"),
    path("s/<slug:shop>/", include(in_a_shop)),
]

handler400 = "toonbank.web.errors.bad_request"
handler403 = "toonbank.web.errors.not_allowed"
handler404 = "toonbank.web.errors.not_found"
handler500 = "toonbank.web.errors.broken"
