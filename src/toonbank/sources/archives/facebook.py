"""The export of a Facebook page (JSON): its posts, its comments, and the messages that customers sent it."""

import re

from toonbank.sources.archives.meta import INBOX, conversation, plain
from toonbank.sources.archives.reading import Found, Object, Reader, Source, dicts, each, inside, paths
from toonbank.sources.archives.said import Said, moment_of

NETWORK = "facebook"
POSTS = paths(
    r"(?:your_|profile_|page_)posts(?:_\d+)?\.json",
    r"your_posts__check_ins__photos_and_videos_\d+\.json",
    r"posts/posts(?:_\d+)?\.json",
)
COMMENTS = paths(r"comments_and_reactions/comments(?:_\d+)?\.json", r"comments/comments\.json")
LISTS = ("comments_v2", "comments", "posts_v2", "posts", "status_updates")
SHARED = re.compile(r"\b(?:shared|deelde|heeft)\b.*\b(?:post|bericht|photo|foto|video|link|reel|gedeeld)\b")
BY_WHOM = re.compile(r"^(?P<who>.{1,80}?) (?:commented on|replied to|heeft gereageerd|reageerde)\b")


def _post(item: Object) -> Said:
    at = moment_of(item.get("timestamp"))
    texts = [plain(one.get("post")) for one in dicts(item.get("data"))]
    text = next(filter(None, texts), "") or _caption(item)
    is_repost = not text and SHARED.search(plain(item.get("title"))) is not None
    return Said(at, text, NETWORK, "repost" if is_repost else "post", id=_number(item))


def _caption(item: Object) -> str:
    """What stands under the first picture that has words."""
    parts = [part for one in dicts(item.get("attachments")) for part in dicts(one.get("data"))]
    return next(filter(None, (plain(inside(part, "media", "description")) for part in parts)), "")


def _comment(item: Object) -> Said | None:
    parts = dicts(item.get("data"))
    comment = next(
        (one for one in (inside(part, "comment") for part in parts) if isinstance(one, dict)), None
    )
    text = plain(inside(comment, "comment"))
    if comment is None or not text:
        return None  # a sticker
    at = moment_of(comment.get("timestamp") or item.get("timestamp"))
    author, title = plain(comment.get("author")), plain(item.get("title"))
    who = BY_WHOM.match(title)
    is_ours = who is None or not author or who["who"] == author
    return Said(at, text, NETWORK, "reply", id=_number(item), is_ours=is_ours, author=author)


def _number(item: Object) -> str:
    number = item.get("fbid")
    return str(number) if isinstance(number, (str, int)) else ""


def _read(source: Source) -> Found:
    for name in source.names:
        if INBOX[0].search(name):
            yield from conversation(source, name, NETWORK)
        elif any(pattern.search(name) for pattern in COMMENTS):
            yield from each(source, name, _comment, LISTS)
        else:
            yield from each(source, name, _either, LISTS)


def _either(item: Object) -> Said | None:
    is_comment = any("comment" in one for one in dicts(item.get("data")))
    return _comment(item) if is_comment else _post(item)


def _knows(name: str, head: bytes) -> bool:
    return b'"comments_v2"' in head or (b'"timestamp"' in head and b'"data"' in head)


READER = Reader(NETWORK, (*POSTS, *COMMENTS, *INBOX), _knows, _read)
