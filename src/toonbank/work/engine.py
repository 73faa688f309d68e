"""The dispatcher on DBOS: workflows kept in an SQLite file beside the desk's own, or in a schema of its PostgreSQL.

Each workflow takes one step and, when the delivery has to come back, starts the next one. Nothing of a delivery
is kept here: losing this file loses no post, for the sweeper starts again what the rows say is due.
"""

import logging
import sqlite3
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

from dbos import DBOS, DBOSConfig, SetEnqueueOptions, SetWorkflowID
from django.conf import settings

from toonbank.work.dispatcher import Standing
from toonbank.work.steps import take_step, utc_now

QUEUE = "deliveries"
SCHEMA = "toonbank_work"
FILE = "work.sqlite3"
AT_ONCE = 100  # steps claimed by one process; with the pace below its ceiling is 500 a second
THREADS = 24  # steps running at once: each holds a line to the database and to a network
POLL_SECONDS = 0.2
VERSION = "1"  # fixed: a workflow waiting from before an upgrade must still be taken up after it
KEEP_FOR = timedelta(days=2)
MOST_FORGOTTEN = 5000
FINISHED = ["SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]
_STANDING = {"ENQUEUED": Standing.WAITING, "DELAYED": Standing.WAITING, "PENDING": Standing.RUNNING}

log = logging.getLogger(__name__)


def workflow_id(delivery_id: int, revision: int, due_at: datetime) -> str:
    """`delivery-<pk>-<revision>-<n>`, n being the tenth of a second for which it is due: the same step has the same id."""
    return f"{_prefix(delivery_id, revision)}{int(due_at.timestamp() * 10)}"


def _prefix(delivery_id: int, revision: int) -> str:
    return f"delivery-{delivery_id}-{revision}-"


@DBOS.workflow(name="deliver")
def deliver_workflow(delivery_id: int) -> None:
    """One step. It may run twice after a crash: `posts.delivering` finds in the row what is left to do."""
    again = take_step(delivery_id)
    if again:
        revision, again_at = again
        # Never under the id of the step that just ran: that one counts as done.
        DbosDispatcher().schedule(delivery_id, revision, max(again_at, utc_now() + timedelta(seconds=0.5)))


class DbosDispatcher:
    """Starts steps on the engine of this process."""

    def schedule(self, delivery_id: int, revision: int, due_at: datetime) -> None:
        """Put the step in the queue under an id made of the plan and its moment."""
        wait = (due_at - utc_now()).total_seconds()
        with (
            SetWorkflowID(workflow_id(delivery_id, revision, due_at)),
            SetEnqueueOptions(delay_seconds=wait if wait > 0 else None),
        ):
            DBOS.enqueue_workflow(QUEUE, deliver_workflow, delivery_id)

    def cancel(self, delivery_id: int, revision: int) -> None:
        """Cancel what waits in the queue for this plan."""
        waiting = DBOS.list_workflows(
            workflow_id_prefix=_prefix(delivery_id, revision),
            status=["ENQUEUED", "DELAYED"],
            load_input=False,
            load_output=False,
        )
        DBOS.cancel_workflows([workflow.workflow_id for workflow in waiting])

    def status(self, plans: list[tuple[int, int]]) -> dict[tuple[int, int], Standing]:
        """One question for all plans. Waiting counts for more than running."""
        found = dict.fromkeys(plans, Standing.NONE)
        if not plans:
            return found
        unfinished = DBOS.list_workflows(
            workflow_id_prefix=[_prefix(*plan) for plan in plans],
            status=list(_STANDING),
            load_input=False,
            load_output=False,
        )
        for workflow in unfinished:
            _, delivery_id, revision, _ = workflow.workflow_id.split("-")
            plan = (int(delivery_id), int(revision))
            if found.get(plan) is not Standing.WAITING:
                found[plan] = _STANDING[workflow.status]
        return found


def launch(role: str) -> DbosDispatcher:
    """Start the engine in this process. `role` names its executor: what a dead one left is taken up by the next."""
    DBOS(config=_config(role))
    DBOS.launch()
    DBOS.register_queue(QUEUE, worker_concurrency=AT_ONCE, polling_interval_sec=POLL_SECONDS)
    log.info("engine started", extra={"role": role})
    return DbosDispatcher()


def stop(seconds: int) -> None:
    """Take no more work, give what runs a few seconds, and go. What is cut off is found by its lease."""
    DBOS.destroy(workflow_completion_timeout_sec=seconds)


def forget_old(now: datetime) -> None:
    """Throw away what was done days ago, so that the engine's file does not grow for ever."""
    before = (now - KEEP_FOR).isoformat()
    old = DBOS.list_workflows(
        status=FINISHED, end_time=before, limit=MOST_FORGOTTEN, load_input=False, load_output=False
    )
    DBOS.delete_workflows([workflow.workflow_id for workflow in old])


def _config(role: str) -> DBOSConfig:
    home = Path(settings.HOME)
    address = system_address(settings.DATABASES["default"], home)
    if address.startswith("sqlite"):
        _make_ready(home / FILE)
    return {
        "name": "toonbank",
        "executor_id": role,
        "application_version": VERSION,
        "system_database_url": address,
        "dbos_system_schema": SCHEMA,
        "max_executor_threads": THREADS,
        "sys_db_pool_size": 8,
        "log_level": "WARNING",
        "enable_otlp": False,
        "run_migrations": True,
    }


def system_address(database: Mapping[str, Any], home: Path) -> str:
    """Where the engine keeps its workflows: beside the SQLite file of the desk, or in the same PostgreSQL database.

    `database` is one of Django's DATABASES.
    """
    if "postgresql" not in database["ENGINE"]:
        return f"sqlite:///{home / FILE}"
    user, password = quote(str(database["USER"])), quote(str(database["PASSWORD"]), safe="")
    who = (f"{user}:{password}" if password else user) + "@" if user else ""
    where = f"{database['HOST']}:{database['PORT']}" if database["PORT"] else database["HOST"]
    return f"postgresql://{who}{where}/{quote(str(database['NAME']))}"


def _make_ready(path: Path) -> None:
    """Write-ahead logging, once and for all: the engine never sets it, and is many times slower without."""
    with sqlite3.connect(path, timeout=30) as line:
        line.execute("PRAGMA journal_mode=WAL")
    line.close()
    path.chmod(0o600)
