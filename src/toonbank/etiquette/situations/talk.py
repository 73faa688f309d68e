"""What was said before: threads, archives, approvals."""

from collections.abc import Iterator, Sequence

from toonbank.etiquette.situations.telling import Fields, Telling

LABELS = {
    "complaint-blame": ("verwijt", "a reproach"),
    "complaint-accusation": ("beschuldiging", "an accusation"),
    "complaint-disapproval": ("klacht", "a complaint"),
    "complaint-implicit": ("klacht tussen de regels", "a complaint between the lines"),
    "question": ("vraag", "a question"),
    "compliment": ("compliment", "a compliment"),
    "criticism": ("kritiek", "criticism"),
}


def _label(name: str | None, tell: Telling) -> str:
    return tell.say(*LABELS[name]) if name in LABELS else name or ""


def thread(thread: Fields, tell: Telling) -> Iterator[str]:
    """What is answered."""
    if thread.get("label"):
        yield tell.say("op: ", "to: ") + _label(thread["label"], tell)
    if thread.get("public"):
        yield tell.say("in het openbaar", "in public")
    if thread.get("addressed_us") is False:
        yield tell.say("niemand sprak de winkel aan", "nobody addressed the shop")
    for one in thread.get("messages", ()):
        who = tell.say("klant", "customer") if one["from"] == "customer" else tell.say("winkel", "shop")
        clock = f", {tell.moment(one['at'])}" if one.get("at") else ""
        yield f"{one.get('name') or one.get('handle') or who}{clock}: ‘{one['text']}’"


def threads(threads: Sequence[Fields], tell: Telling) -> Iterator[str]:
    """Questions and when they were answered."""
    for one in threads[:2]:
        came = tell.moment(one["received"])
        answered = one.get("answered")
        went = (
            tell.say("beantwoord ", "answered ") + tell.moment(answered)
            if answered
            else tell.say("zonder antwoord", "without an answer")
        )
        yield f"{_label(one.get('label'), tell)}, {came}: {went}"
    if len(threads) > 2:
        more = len(threads) - 2
        yield tell.say(f"en nog {more} zo", f"and {more} more like it")


def case(case: Fields, tell: Telling) -> Iterator[str]:
    """What was found out about a complaint."""
    verdicts = {
        None: tell.say("nog niet uitgezocht", "not looked into yet"),
        "right": tell.say("de klant heeft gelijk", "the customer is right"),
        "partly": tell.say("de klant heeft deels gelijk", "the customer is partly right"),
        "wrong": tell.say("de klant heeft geen gelijk", "the customer is not right"),
        "not-right": tell.say("de klant heeft geen gelijk", "the customer is not right"),
    }
    if "verdict" in case:
        yield verdicts.get(case["verdict"], str(case["verdict"]))
    if "kernel" in case:
        yield tell.say("de kern: ", "the heart of it: ") + (
            case["kernel"] or tell.say("niet ingevuld", "left empty")
        )
    if "solved" in case:
        yield (
            tell.say("opgelost", "solved")
            if case["solved"]
            else tell.say("nog niet opgelost", "not solved yet")
        )
    if case.get("public_closed") is False:
        yield tell.say("in het openbaar nog open", "still open in public")


FEW = 2  # so many posts are shown with their words, more are counted


def archive(posts: Sequence[Fields], tell: Telling) -> Iterator[str]:
    """What was posted before."""
    if not posts:
        return
    if len(posts) <= FEW and all(one["text"] for one in posts):
        yield from (_posted(one, tell) for one in posts)
        return
    count = len(posts)
    yield f"{count} {tell.say('berichten' if count > 1 else 'bericht', 'posts' if count > 1 else 'post')}{_when(posts, tell)}"
    kinds = [one.get("kind") for one in posts]
    deeds = {"give": tell.say("geven", "giving"), "ask": tell.say("vragen", "asking")}
    yield ", ".join(
        f"{_times(kinds.count(kind), tell)} {deed}" for kind, deed in deeds.items() if kind in kinds
    )
    pressing = sum(bool(one.get("levers")) for one in posts)
    if pressing:
        yield tell.say(f"{pressing} met druk", f"{pressing} with pressure")


def _times(count: int, tell: Telling) -> str:
    return tell.say("één keer", "once") if count == 1 else f"{count} {tell.say('keer', 'times')}"


def _posted(post: Fields, tell: Telling) -> str:
    where = f"{tell.network(post['network'])}, " if post.get("network") else ""
    return f"{where}{tell.moment(post['at'])}: ‘{post['text']}’"


def _when(posts: Sequence[Fields], tell: Telling) -> str:
    networks = {one.get("network") for one in posts}
    where = (
        f" {tell.say('op', 'on')} {tell.network(networks.pop())}"
        if len(networks) == 1 and None not in networks
        else ""
    )
    days = sorted(one["at"][:10] for one in posts)
    if days[0] != days[-1]:
        return f"{where}, {tell.day(days[0])} – {tell.day(days[-1])}"
    clocks = sorted({one["at"][11:16] for one in posts})
    return f"{where}, {tell.day(days[0])} {tell.say('om', 'at')} {tell.list(clocks)}"


def profiles(profiles: Sequence[Fields], tell: Telling) -> Iterator[str]:
    """How each account presents itself."""
    names = {
        "hours": ("open", "open"),
        "picture": ("beeldmerk", "picture"),
        "form_of_address": ("aanspreekvorm", "form of address"),
    }
    for one in profiles:
        said = [f"{tell.say(*words)} {one[key]}" for key, words in names.items() if one.get(key)]
        yield f"{tell.network(one['network'])}: {', '.join(said)}"


def automation(automation: Fields, tell: Telling) -> Iterator[str]:
    """What a machine did."""
    if automation.get("generated"):
        yield tell.say("geschreven door een machine", "written by a machine")
    if automation.get("human_reviewed") is False:
        yield tell.say("door niemand nagekeken", "reviewed by nobody")
    if automation.get("auto_send"):
        yield tell.say("gaat vanzelf de deur uit", "sent by itself")


def approval(approval: Fields, tell: Telling) -> Iterator[str]:
    """Who approved."""
    if not approval.get("by"):
        yield tell.say("niemand gaf akkoord", "nobody approved")
        return
    when = f", {tell.moment(approval['at'])}" if approval.get("at") else ""
    yield tell.say(f"akkoord van {approval['by']}{when}", f"approved by {approval['by']}{when}")
    if approval.get("version_matches") is False:
        yield tell.say("daarna is de tekst veranderd", "the text changed after that")
    if approval.get("may_approve") is False:
        yield tell.say("wie dat niet mag", "who may not do so")


def quoted(words: str, tell: Telling) -> Iterator[str]:
    """What is passed on."""
    yield tell.say(f"doorgeplaatst: ‘{words}’", f"reposted: ‘{words}’")


def room_left(left: int, tell: Telling) -> Iterator[str]:
    """How much room is left."""
    yield tell.say(f"nog {left} tekens over", f"{left} characters left")
