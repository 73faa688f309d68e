"""Addresses of the app `conversations`, inside a shop."""

from django.urls import URLPattern, path

from toonbank.conversations.views import case, minute, notes, pen, people, reply, saved, talk

app_name = "conversations"
urlpatterns: list[URLPattern] = [
    path("people/<int:pk>/", people.contact, name="contact"),
    path("<int:pk>/", talk.read, name="read"),
    path("one-minute/", minute.one, name="one-minute"),
    path("one-minute/skip/", minute.skip, name="skip"),
    path("one-minute/stop/", minute.stop, name="minute-stop"),
    path("<int:pk>/reply/", reply.answer, name="reply"),
    path("<int:pk>/reply/check/", reply.check, name="check-reply"),
    path("<int:pk>/following/", talk.following, name="following"),
    path("<int:pk>/watch/", pen.watch, name="watch"),
    path("<int:pk>/words/", pen.words, name="words"),
    path("<int:pk>/take-over/", pen.take_over, name="take-over"),
    path("<int:pk>/note/", notes.write, name="note"),
    path("<int:pk>/saved/", saved.pick, name="pick-saved"),
    path("<int:pk>/saved/use/", saved.use, name="use-saved"),
    path("<int:pk>/case/", case.read, name="case"),
    path("<int:pk>/case/open/", case.begin, name="case-open"),
    path("<int:pk>/case/strike/", case.strike, name="case-strike"),
    path("<int:pk>/case/<slug:deed>/", case.step, name="case-step"),
    path("messages/<int:pk>/look/", talk.look, name="look"),
    path("messages/<int:pk>/relabel/", talk.relabel, name="relabel"),
    path("notes/<int:pk>/", notes.change, name="change-note"),
    path("undo/<str:kind>/", notes.undo, name="undo"),
    path("saved/", saved.listed, name="saved"),
    path("saved/<int:pk>/", saved.change, name="change-saved"),
]
