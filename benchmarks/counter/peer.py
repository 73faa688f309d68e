"""The same measurements on django-helpdesk, in its own virtual environment: our driver, its code from PyPI.

Run by bench_counter.py. Environment: BENCH_FOLDER, BENCH_TICKETS, BENCH_POSTGRES (host, port, user, name; empty for SQLite).
"""

import base64
import json
import os
import random
import statistics
import sys
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

FOLDER = Path(os.environ["BENCH_FOLDER"])
TICKETS = int(os.environ.get("BENCH_TICKETS", "100000"))
RUNS = int(os.environ.get("BENCH_RUNS", "20"))
AT_ONCE = 5000
WORDS = (
    "de het een ik van is dat niet met voor jas maat bestelling pakket kleur winkel open retour bedankt ruilen levering kapot rits "
    "muts sjaal bezorging factuur korting garantie reparatie advies voorraad klacht vertraagd"
).split()

from django.conf import settings

_POSTGRES = os.environ.get("BENCH_POSTGRES", "").split()
_DATABASE: dict[str, Any] = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(FOLDER / "helpdesk.sqlite3")}
if _POSTGRES:
    _DATABASE = {"ENGINE": "django.db.backends.postgresql", "CONN_MAX_AGE": 60} | dict(
        zip(("HOST", "PORT", "USER", "NAME"), _POSTGRES, strict=True)
    )
_AROUND = (
    "django.template.context_processors.request django.contrib.auth.context_processors.auth "
    "django.contrib.messages.context_processors.messages"
)
if not settings.configured:
    settings.configure(
        SECRET_KEY="measured",
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF=__name__,
        SITE_ID=1,
        USE_TZ=True,
        STATIC_URL="/static/",
        MEDIA_ROOT=str(FOLDER / "media"),
        DATABASES={"default": _DATABASE},
        DEFAULT_AUTO_FIELD="django.db.models.AutoField",
        LOGIN_URL="/login/",
        EMAIL_BACKEND="django.core.mail.backends.dummy.EmailBackend",
        INSTALLED_APPS=[
            *(
                f"django.contrib.{name}"
                for name in "admin auth contenttypes sessions messages staticfiles sites humanize".split()
            ),
            "helpdesk",
            "rest_framework",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.common.CommonMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "OPTIONS": {"context_processors": _AROUND.split()},
            }
        ],
        HELPDESK_TEAMS_MODE_ENABLED=False,  # its migrations fail without another package otherwise
        HELPDESK_ACTIVATE_API_ENDPOINT=True,
    )

import django

django.setup()

from django.contrib.auth import get_user_model
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import include, path
from django.utils import timezone

urlpatterns = [path("", include("helpdesk.urls", namespace="helpdesk"))]
application = get_wsgi_application()


def fill() -> None:
    """So many tickets, a tenth of them open, each with two follow-ups: with its own words three messages."""
    from django.contrib.sites.models import Site
    from helpdesk.models import FollowUp, Queue, Ticket

    chance, now = random.Random(7), timezone.now()
    owner = get_user_model().objects.create_superuser("noor", "noor@jas.example", "a long password")
    Site.objects.get_or_create(pk=1, defaults={"domain": "jas.example", "name": "Jas"})
    queue = Queue.objects.create(title="Oefenplein", slug="plein", allow_public_submission=True)
    for first in range(0, TICKETS, AT_ONCE):
        tickets = [
            Ticket(
                title=" ".join(chance.choices(WORDS, k=6)),
                queue=queue,
                submitter_email=f"klant{number // 4}@example.com",
                status=1 if number % 10 == 0 else 4,
                assigned_to=owner if number % 3 == 0 else None,
                description=" ".join(chance.choices(WORDS, k=20)),
                priority=1 + number % 5,
                created=now - timedelta(minutes=5 * (TICKETS - number)),
            )
            for number in range(first, min(first + AT_ONCE, TICKETS))
        ]
        Ticket.objects.bulk_create(tickets)
        FollowUp.objects.bulk_create(
            FollowUp(
                ticket=ticket,
                date=ticket.created + timedelta(minutes=turn),
                title="Reactie",
                public=True,
                user=owner,
                comment=" ".join(chance.choices(WORDS, k=20)),
            )
            for ticket in tickets
            for turn in (1, 2)
        )
    with connection.cursor() as rows:
        rows.execute("ANALYZE")


def list_address(words: str = "", start: int = 0, *, only_open: bool = True) -> str:
    """The address of 25 rows of its list: the page itself is a shell that asks for them."""
    asked = {
        "filtering": {"status__in": [1, 2]} if only_open else {},
        "filtering_null": {},
        "sorting": "created",
        "sortreverse": True,
        "search_string": words,
    }
    sealed = base64.b64encode(json.dumps(asked).encode()).decode()
    return f"/datatables_ticket_list/{sealed}?draw=1&start={start}&length=25"


def measure() -> dict[str, Any]:
    """Milliseconds and queries of the same deeds."""
    from helpdesk.models import Queue

    client = Client()
    client.force_login(get_user_model().objects.get(username="noor"))
    chance, queue = random.Random(3), Queue.objects.get().pk
    addresses = {
        "queue, first page": list_address,
        "queue, last page": lambda: list_address(start=TICKETS // 10 - 25),
        "search": lambda: list_address(chance.choice(WORDS), only_open=False),
        "detail": lambda: f"/tickets/{chance.randrange(1, TICKETS)}/",
    }
    told = {
        name: _timed(lambda address=address: _get(client, address())) for name, address in addresses.items()
    }
    told["create"] = _timed(lambda: _create(client, queue))
    return told


def _get(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)


def _create(client: Client, queue: int) -> None:
    ticket = {
        "queue": queue,
        "title": "Maat",
        "description": "Valt de Merel groot? Ik zit tussen 38 en 40 in.",
        "submitter_email": "klant@example.com",
        "priority": 3,
    }
    answer = client.post("/api/tickets/", json.dumps(ticket), content_type="application/json")
    assert answer.status_code == 201, (answer.status_code, answer.content[:200])


def _timed(ask: Any) -> dict[str, Any]:  # any call
    ask()
    with CaptureQueriesContext(connection) as queries:
        ask()
    asked = len(queries)  # at once: the next request begins its own list
    clock, cpu, runs = [], [], RUNS
    while len(clock) < runs:
        busy, began = time.process_time(), time.perf_counter()
        ask()
        clock.append((time.perf_counter() - began) * 1000)
        cpu.append((time.process_time() - busy) * 1000)
        runs = 5 if clock[0] > 1000 else runs
    return {
        "median": round(statistics.median(clock), 1),
        "cpu_median": round(statistics.median(cpu), 1),
        "queries": asked,
    }


def main() -> None:
    """Fill, measure, and let eight clients ask for the list; one JSON object."""
    from clients import eight_clients, serving
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    fill()
    told: dict[str, Any] = {"pages": measure()}
    client = Client()
    client.force_login(get_user_model().objects.get(username="noor"))
    with serving("peer:application", FOLDER) as port:
        seconds = float(os.environ.get("BENCH_SECONDS", "10"))
        cookie = f"sessionid={client.cookies['sessionid'].value}"
        told["together"] = eight_clients(port, list_address(), cookie, seconds)
    print(json.dumps(told))


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    main()
