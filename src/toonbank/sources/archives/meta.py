"""What the exports of Facebook and Instagram have in common: their private messages, and letters encoded twice."""

from toonbank.sources.archives.reading import Found, Object, Source, inside, objects, paths
from toonbank.sources.archives.said import Said, Skipped, Unusable, moment_of
from toonbank.sources.archives.texts import mended, text_of

INBOX = paths(r"messages/(?:inbox|message_requests|archived_threads)/[^/]+/message_\d+\.json")
MOST_IN_FILE = 50_000  # they write at most ten thousand to a file


def plain(value: object) -> str:
    """A text of theirs with its letters set right."""
    return mended(text_of(value)).strip()


def conversation(source: Source, name: str, network: str) -> Found:
    """The messages of one file, oldest first, each in answer to the one before. The other side gives a thread its name."""
    messages: list[tuple[str, Object]] = []
    people: list[str] = []
    for found in objects(source, name, ("participants", "messages")):
        if isinstance(found, Skipped):
            yield found
        elif "timestamp_ms" not in found[1] and "name" in found[1]:
            people.append(plain(found[1]["name"]))
        elif len(messages) < MOST_IN_FILE:
            messages.append(found)
    thread = name.rpartition("/")[0].rpartition("/")[2]
    customer = _customer(thread, people)
    before = ""
    for place, message in sorted(messages, key=_when):
        try:
            at = moment_of(_seconds(message))
        except Unusable as trouble:
            yield Skipped(place, trouble.words)
            continue
        text, sender = plain(message.get("content")), plain(message.get("sender_name"))
        if not text:
            continue  # a picture, a call
        number = f"{thread}#{message.get('timestamp_ms')}"
        is_ours = bool(customer) and sender != customer
        yield Said(
            at, text, network, "reply" if is_ours else "post", "", number, before, is_ours, sender, False
        )
        before = number


def _customer(thread: str, people: list[str]) -> str:
    """The folder of a thread is called after the customer; where letters were lost, the account itself stands last."""
    folder = thread.rpartition("_")[0].lower()
    named = [one for one in people if "".join(filter(str.isalnum, one)).lower() == folder]
    if named:
        return named[0]
    return people[0] if len(people) == 2 else ""


def _when(found: tuple[str, Object]) -> float:
    seconds = _seconds(found[1])
    return float(seconds) if isinstance(seconds, (int, float)) else 0.0


def _seconds(message: Object) -> object:
    stamp = inside(message, "timestamp_ms")
    return stamp / 1000 if isinstance(stamp, (int, float)) and not isinstance(stamp, bool) else None
