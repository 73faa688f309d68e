"""The real engine in a process of its own: what `test_engine.py` asks of it, answered as one JSON line."""

import json
import os
import sys
from datetime import timedelta

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "toonbank.web.settings")

from toonbank.cli.desk import make_ready


def answers() -> dict[str, object]:
    """Plan for tomorrow twice, cancel, run what is due for a delivery that is not there, forget what is done."""
    from dbos import DBOS

    from toonbank.work import engine
    from toonbank.work.steps import utc_now

    dispatcher, now = engine.launch("work-scene"), utc_now()
    tomorrow, told = now + timedelta(days=1), {}
    dispatcher.schedule(7, 1, tomorrow)
    dispatcher.schedule(7, 1, tomorrow)
    told["planned twice"] = len(DBOS.list_workflows(workflow_id_prefix="delivery-7-1-"))
    told["before"] = dispatcher.status([(7, 1), (8, 1)])
    dispatcher.cancel(7, 1)
    told["after"] = dispatcher.status([(7, 1)])
    dispatcher.schedule(8, 1, now)
    told["result"] = DBOS.retrieve_workflow(engine.workflow_id(8, 1, now)).get_result()
    engine.forget_old(now)
    told["kept today"] = len(DBOS.list_workflows())
    engine.forget_old(now + timedelta(days=3))
    told["kept after three days"] = len(DBOS.list_workflows())
    engine.stop(1)
    return {name: _plain(value) for name, value in told.items()}


def _plain(value: object) -> object:
    return (
        {f"{pk}-{revision}": standing for (pk, revision), standing in value.items()}
        if isinstance(value, dict)
        else value
    )


if __name__ == "__main__":
    make_ready()
    sys.stdout.write(json.dumps(answers()))
