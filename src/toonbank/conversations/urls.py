"""Addresses of the app `conversations`, inside a shop."""

from django.urls import URLPattern, path

from toonbank.conversations.views import case, lessons, minute, notes, pen, people, reply, saved, talk

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
    path("lessons/", lessons.board, name="lessons"),
    path("lessons/new/", lessons.new, name="lesson-new"),
    path("lessons/<int:pk>/", lessons.change, name="lesson-change"),
    path("lessons/<int:pk>/join/", lessons.join, name="lesson-join"),
    path("lessons/<int:pk>/done/", lessons.done, name="lesson-done"),
    path("lessons/<int:pk>/again/", lessons.again, name="lesson-again"),
    path("lessons/<int:pk>/drop/", lessons.drop, name="lesson-drop"),
    path("lessons/<int:pk>/told/<int:conversation>/", lessons.told, name="lesson-told"),
    path("lessons/<int:pk>/untold/<int:conversation>/", lessons.untold, name="lesson-untold"),
    path("advice/", lessons.advice, name="advice"),
    path("advice/<int:year>/<int:month>/", lessons.advice, name="advice"),
    path("saved/", saved.listed, name="saved"),
    path("saved/<int:pk>/", saved.change, name="change-saved"),
]
