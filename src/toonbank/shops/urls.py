"""Addresses of the app `shops`, inside a shop."""

from django.urls import path

from toonbank.shops.views import about, accounts, hours, house, members, square, standing

app_name = "shops"
urlpatterns = [
    path("", about.settings, name="settings"),
    path("more/", about.more, name="more"),
    path("first/", accounts.first, name="first"),
    path("members/", members.members, name="members"),
    path("members/<int:pk>/role/", members.change_role, name="change-role"),
    path("members/<int:pk>/leave/", members.let_leave, name="let-leave"),
    path("members/<int:pk>/link/", members.renew_link, name="renew-link"),
    path("house-rules/", house.house_rules, name="house-rules"),
    path("house-rules/export/", house.export, name="house-export"),
    path("house-rules/import/", house.import_, name="house-import"),
    path("house-rules/history/", house.history, name="house-history"),
    path("house-rules/versions/<int:pk>/restore/", house.restore, name="house-restore"),
    path("stands-for/", standing.stands_for, name="stands-for"),
    path("hours/", hours.hours, name="hours"),
    path("accounts/", accounts.accounts, name="accounts"),
    path("accounts/back/", accounts.come_back, name="come-back"),
    path("accounts/new/<slug:kind>/", accounts.connect, name="connect"),
    path("accounts/<int:pk>/again/<slug:kind>/", accounts.connect, name="connect-again"),
    path("accounts/<int:pk>/disconnect/", accounts.disconnect, name="disconnect"),
    path("accounts/<int:pk>/rename/", accounts.rename, name="rename"),
    path("square/", square.square, name="square"),
]
