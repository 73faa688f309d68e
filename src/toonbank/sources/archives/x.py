"""The archive of X: `data/tweets.js` and its parts, behind a line of JavaScript; long posts stand in `note-tweet.js`."""

from html import unescape

from toonbank.sources.archives.reading import (
    Found,
    Object,
    Reader,
    Source,
    dicts,
    each,
    inside,
    objects,
    paths,
)
from toonbank.sources.archives.said import Kind, Said, Skipped, Unusable, moment_in
from toonbank.sources.archives.texts import text_of, without_short_links, without_whom

TWEETS = paths(r"(?:community-)?tweets?(?:-part\d+)?\.js", r"tweets/\d{4}_\d\d\.js")
ACCOUNT = paths(r"account\.js")
NOTES = paths(r"note-tweet(?:-part\d+)?\.js")
NETWORK = "x"
MOST_NOTES = 20_000
MATCHED = 200  # letters at the beginning by which a long post is known


class _Owner:
    """Whose archive it is, and the long posts by their beginning."""

    def __init__(self) -> None:
        self.id = ""
        self.handle = ""
        self.notes: dict[str, str] = {}

    def read(self, tweet: Object) -> Said:
        """One post; its own words only, with the addresses that links stand for."""
        tweet = tweet.get("tweet", tweet)
        if not isinstance(tweet, dict):
            raise Unusable(nl="dit is geen bericht", en="this is no post")
        number = text_of(tweet.get("id_str")) or text_of(tweet.get("id"))
        written = text_of(tweet.get("full_text")) or text_of(tweet.get("text"))
        at = moment_in(tweet.get("created_at"))
        url = f"https://x.com/{self.handle or 'i/web'}/status/{number}" if number else ""
        if written.startswith("RT @") or isinstance(tweet.get("retweeted_status"), dict):
            return Said(at, "", NETWORK, "repost", url, number, author=self.handle)
        to, to_whom = text_of(tweet.get("in_reply_to_status_id_str")), self._to_whom(tweet)
        is_answer = bool(to or to_whom) and to_whom not in (self.id, self.handle.lower())
        text = self._text(tweet, unescape(written))
        whom = ""
        if to or to_whom:
            whom, text = without_whom(text)
        kind: Kind = "reply" if is_answer else "post"
        return Said(at, text, NETWORK, kind, url, number, to, author=self.handle, to=whom)

    def _to_whom(self, tweet: Object) -> str:
        if self.id:
            return text_of(tweet.get("in_reply_to_user_id_str"))
        return text_of(tweet.get("in_reply_to_screen_name")).lower()

    def _text(self, tweet: Object, text: str) -> str:
        text = self.notes.get(text[:MATCHED], text)
        if "https://t.co/" not in text:
            return text.strip()
        entities = tweet.get("entities")
        media = dicts(inside(entities, "media")) + dicts(inside(tweet, "extended_entities", "media"))
        links = [
            (text_of(one.get("url")), text_of(one.get("expanded_url")))
            for one in dicts(inside(entities, "urls"))
        ]
        return without_short_links(text, [*links, *((text_of(one.get("url")), "") for one in media)])


def _read(source: Source) -> Found:
    owner = _Owner()
    names = source.box.names
    for name in names:
        if ACCOUNT[0].search(name):
            _know(owner, source, name)
        elif NOTES[0].search(name):
            _note(owner, source, name)
    for name in source.names:
        yield from each(source, name, owner.read)


def _know(owner: _Owner, source: Source, name: str) -> None:
    for found in objects(source, name):
        if not isinstance(found, Skipped):
            account = inside(found[1], "account")
            owner.id, owner.handle = (
                text_of(inside(account, "accountId")),
                text_of(inside(account, "username")),
            )


def _note(owner: _Owner, source: Source, name: str) -> None:
    for found in objects(source, name):
        if len(owner.notes) >= MOST_NOTES:
            return
        if not isinstance(found, Skipped):
            text = unescape(text_of(inside(found[1], "noteTweet", "core", "text")))
            text = text or unescape(text_of(inside(found[1], "noteTweet", "noteTweetResults", "text")))
            if len(text) > MATCHED:
                owner.notes[text[:MATCHED]] = text


def _knows(name: str, head: bytes) -> bool:
    return b"window.YTD.tweet" in head or b"Grailbird.data.tweets" in head or b'"full_text"' in head


READER = Reader(NETWORK, TWEETS, _knows, _read)
