"""The export of Instagram (JSON): posts and reels with their captions, comments, and private messages."""

from toonbank.sources.archives.meta import INBOX, conversation, plain
from toonbank.sources.archives.reading import Found, Object, Reader, Source, dicts, each, inside, paths
from toonbank.sources.archives.said import Said, Unusable, moment_of

NETWORK = "instagram"
POSTS = paths(
    r"(?:content|media)/posts(?:_\d+)?\.json", r"(?:content|media)/reels(?:_\d+)?\.json", r"posts_\d+\.json"
)
COMMENTS = paths(r"(?:post|reels)_comments(?:_\d+)?\.json")
OWN_INBOX = paths(r"your_instagram_activity/(?:.+/)?message_\d+\.json")
LISTS = ("ig_reels_media", "ig_posts_media", "comments_media_comments", "comments_reels_comments")
# The labels are in the language of the app; a comment has its owner and its time beside it.
OWNER = ("Media Owner", "Media-eigenaar", "Eigenaar van media", "Media owner")
WORDS = ("Comment", "Opmerking", "Reactie")


def _post(item: Object) -> Said:
    pictures = dicts(item.get("media"))
    first = pictures[0] if pictures else item
    stamp = item.get("creation_timestamp")
    at = moment_of(first.get("creation_timestamp") if stamp is None else stamp)
    return Said(at, plain(item.get("title")) or plain(first.get("title")), NETWORK)


def _comment(item: Object) -> Said | None:
    parts = inside(item, "string_map_data")
    if not isinstance(parts, dict):
        raise Unusable(nl="dit is geen reactie", en="this is no comment")
    named = {plain(label): part for label, part in parts.items() if isinstance(part, dict)}
    stamps = [part["timestamp"] for part in named.values() if part.get("timestamp")]
    at = moment_of(stamps[0] if stamps else None)
    text = next((plain(named[label].get("value")) for label in WORDS if label in named), "")
    owner = next((plain(named[label].get("value")) for label in OWNER if label in named), "")
    return Said(at, text, NETWORK, "reply", to=f"@{owner}" if owner else "") if text else None


def _read(source: Source) -> Found:
    for name in source.names:
        if any(pattern.search(name) for pattern in (*INBOX, *OWN_INBOX)):
            yield from conversation(source, name, NETWORK)
        elif COMMENTS[0].search(name):
            yield from each(source, name, _comment, LISTS)
        else:
            yield from each(source, name, _either, LISTS)


def _either(item: Object) -> Said | None:
    return _comment(item) if "string_map_data" in item else _post(item)


def _knows(name: str, head: bytes) -> bool:
    return b'"string_map_data"' in head or (b'"media"' in head and b'"creation_timestamp"' in head)


READER = Reader(NETWORK, (*POSTS, *COMMENTS, *OWN_INBOX), _knows, _read)
