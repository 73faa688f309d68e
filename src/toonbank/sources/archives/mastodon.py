"""The archive of Mastodon: `outbox.json`, an ActivityPub collection, by itself or in the zip or tar it came in."""

from toonbank.sources.archives.reading import Found, Object, Reader, Source, each, inside, paths
from toonbank.sources.archives.said import Said, Unusable, moment_in
from toonbank.sources.archives.texts import from_html, text_of, without_whom

NETWORK = "mastodon"
PUBLIC = ("https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public")


def _activity(activity: Object) -> Said | None:
    """A post or a boost; anything else in an outbox says nothing."""
    actor = text_of(activity.get("actor"))
    note = activity.get("object")
    if activity.get("type") == "Announce":
        at = moment_in(activity.get("published"))
        return Said(at, "", NETWORK, "repost", text_of(note), text_of(activity.get("id")), author=actor)
    if activity.get("type") != "Create":
        return None
    if not isinstance(note, dict):
        raise Unusable(nl="het bericht zelf ontbreekt", en="the post itself is missing")
    at = moment_in(note.get("published") or activity.get("published"))
    to = text_of(note.get("inReplyTo"))
    is_own_thread = bool(actor) and to.startswith(f"{actor}/")
    text, whom = from_html(text_of(note.get("content"))), ""
    if to:
        whom, text = without_whom(text)
    return Said(
        at,
        text,
        NETWORK,
        "reply" if to and not is_own_thread else "post",
        text_of(note.get("url")) or text_of(note.get("id")),
        text_of(note.get("id")),
        to,
        author=actor,
        is_public=_is_public(note),
        to=whom,
    )


def _is_public(note: Object) -> bool:
    """Whether others than those who are named can read it: followers count as the public of a shop."""
    for key in ("to", "cc"):
        given = inside(note, key)
        for one in given if isinstance(given, list) else [given]:
            if isinstance(one, str) and (one in PUBLIC or one.endswith("/followers")):
                return True
    return not (note.get("to") or note.get("cc"))


def _read(source: Source) -> Found:
    for name in source.names:
        yield from each(source, name, _activity, ("orderedItems", "items"))


def _knows(name: str, head: bytes) -> bool:
    return b"OrderedCollection" in head or b'"orderedItems"' in head


READER = Reader(NETWORK, paths(r"outbox\.json"), _knows, _read)
