"""Writing a post: the page, saving it, and the check at every pause in typing."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from toonbank.core.errors import BadInput, Overtaken, ToonbankError
from toonbank.evidence.models import Product
from toonbank.posts.composing import Scene
from toonbank.posts.drafting import Words, add_picture_to, edit_post, start_post
from toonbank.posts.filing import way_to_file
from toonbank.posts.forms import ComposeForm, saved_words
from toonbank.posts.gathering import Belongings, belongings_of, gathered
from toonbank.posts.giving import GiveawayWords
from toonbank.posts.mending import Step, digest
from toonbank.posts.models import Post, Version
from toonbank.posts.pictures import MOST, PictureWords
from toonbank.posts.picturing import MAKING, PEOPLE, RIGHTS, all_typed, asked_about, who_may_be_chosen
from toonbank.posts.places import Place, own_field, places_for
from toonbank.posts.said import Said, said_of
from toonbank.posts.troubles import in_words
from toonbank.posts.views.answering import deed_of
from toonbank.shops.desk import DeskRequest, at, go, may

MOST_FOUND = 8


@may("write")
def compose(request: DeskRequest) -> HttpResponse:
    """A new post."""
    return _write(request, None)


@may("write")
def edit(request: DeskRequest, pk: int) -> HttpResponse:
    """A post that exists; what is public cannot be changed, only corrected."""
    post = get_object_or_404(gathered(Post.objects.with_people()), pk=pk)
    return _write(request, post)


def _write(request: DeskRequest, post: Post | None) -> HttpResponse:
    page = _Page(request, post)
    return page.save() if request.method == "POST" else page.show(page.form())


class _Page:
    """One request for the compose page."""

    def __init__(self, request: DeskRequest, post: Post | None) -> None:
        self.request, self.post, self.now = request, post, timezone.now()
        self.places = places_for(request.shop, post.pk if post else None)
        self.its = belongings_of(post) if post else Belongings([], [], Said())

    def form(self, data: QueryDict | None = None) -> ComposeForm:
        """The form, filled with what was typed, else with what was saved."""
        initial = saved_words(self.post, self.places, self.its.linked) if self.post else self._begin()
        return ComposeForm(
            data,
            shop=self.request.shop,
            places=self.places,
            pictures=self.its.pictures,
            giveaway=GiveawayWords.of(self.post) if self.post else None,
            initial=initial,
        )

    def _begin(self) -> dict[str, Any]:
        shop = self.request.shop
        chosen = [place.account.pk for place in self.places if place.is_chosen]
        return {"lang": shop.language, "accounts": chosen, "day": self.request.GET.get("day", "")}

    def save(self) -> HttpResponse:
        """Save what was typed, then do what the pressed button says."""
        try:
            form = self.form(self._mended(self.request.POST))
        except BadInput as trouble:
            messages.error(self.request, in_words(trouble))
            return self.show(self.form(self.request.POST))
        if not form.is_valid():
            return self.show(form)
        try:
            post = self._keep(form.words(), form.cleaned_data.get("version") or 0)
        except Overtaken:
            return self._show_both(
                get_object_or_404(Post.objects.with_people(), pk=self.post.pk if self.post else 0)
            )
        except ToonbankError as trouble:
            messages.error(self.request, in_words(trouble))
            return self.show(form)
        self._add_pictures(post)
        return self._do(post)

    def _mended(self, data: QueryDict) -> QueryDict:
        """What was typed, with the mend of the pressed button carried out."""
        if "mend" not in data:
            return data
        step = Step.read(str(data["mend"]))
        mended = data.copy()
        mended[step.field] = step.applied_to(data.get(step.field, "").replace("\r\n", "\n"))
        return mended

    def _keep(self, words: Words, version: int) -> Post:
        if self.post is None:
            return start_post(self.request.shop, self.request.member, words, now=self.now)
        return edit_post(self.post, self.request.member, words, version=version, now=self.now)

    def _add_pictures(self, post: Post) -> None:
        for file in self.request.FILES.getlist("pictures"):
            try:
                add_picture_to(post, self.request.member, file.read(), now=self.now)
            except ToonbankError as trouble:
                messages.error(self.request, f"{file.name}: {in_words(trouble)}")

    def _do(self, post: Post) -> HttpResponse:
        try:
            page = deed_of(self.request.POST)(self.request, post, self.now)
        except ToonbankError as trouble:
            messages.error(self.request, in_words(trouble))
            page = "posts:edit"
        way = way_to_file(
            self.request.shop,
            self.request.POST.get("file", ""),
            at(self.request.shop, "posts:edit", post.pk),
        )
        if way is not None:
            return redirect(way)
        asked = self.request.POST.get("search", "").strip()
        if self.request.POST.get("do") == "search" and asked:
            response = go(self.request, "posts:edit", post.pk)
            response["Location"] += "?" + QueryDict.fromkeys(["search"], asked).urlencode() + "#products"
            return response
        return go(self.request, page, post.pk)

    def _show_both(self, theirs: Post) -> HttpResponse:
        """Somebody saved while this was being typed: both texts are kept, and shown beside each other."""
        mine = Version.objects.filter(post=theirs, came_second=True).order_by("-pk").first()
        data = self.request.POST.copy()
        data["version"] = str(theirs.version)
        return self.show(self.form(data), theirs=theirs, mine=mine)

    def show(self, form: ComposeForm, **more: Any) -> HttpResponse:
        """The page, with everything that is found in these words as they stand."""
        words = _words_in(form)
        shown = _shown(self._scene(), words)
        found = _found(self.request.GET.get("search", ""), words.product_ids)
        asked = asked_about(self.its.pictures, form.typed if form.is_bound else None)
        context = shown | {
            "post": self.post,
            "form": form,
            "words": words,
            "pictures": asked,
            "may_be_pictured": who_may_be_chosen(asked, self.now),
            "picture_choices": {"people": PEOPLE, "rights": RIGHTS, "making": MAKING},
            "most_pictures": MOST,
            "linked": Product.objects.filter(pk__in=words.product_ids) if form.is_bound else self.its.linked,
            "found": found,
            "search": self.request.GET.get("search", ""),
            "own": _own_texts(form, self.places),
        }
        return render(self.request, "posts/compose.html", context | more)

    def _scene(self) -> Scene:
        pictures = tuple(PictureWords.of(picture) for picture in self.its.pictures)
        return Scene(
            self.request.shop,
            [place.account for place in self.places],
            self.now,
            self.its.said,
            pictures,
            self.post.pk if self.post else None,
        )


def _words_in(form: ComposeForm) -> Words:
    """The words as they stand: typed and perhaps not yet right, or as saved."""
    if form.is_bound:
        form.is_valid()
        return form.words()
    first = form.initial
    chosen = first.get("accounts", [])
    return Words(
        text=first.get("text", ""),
        lang=first.get("lang", "nl"),
        reader_gets=first.get("reader_gets", ""),
        plan_at=first.get("plan_at"),
        variants={pk: first.get(own_field(pk), "") for pk in chosen},
        product_ids=tuple(first.get("products", ())),
        giveaway=form.giveaway.words,
    )


def _own_texts(form: ComposeForm, places: Sequence[Place]) -> list[dict[str, Any]]:
    """The own text of each account with its name, as the form holds it."""
    fields = [(place.account, form[own_field(place.account.pk)]) for place in places]
    return [{"account": account, "field": field, "text": field.value() or ""} for account, field in fields]


def _shown(scene: Scene, words: Words) -> dict[str, Any]:
    """What the panel, the copies and the counts show."""
    look = scene.look(words)
    cards = [(card.finding, card.kept, card.disputed) for card in look.cards]
    panel = digest(repr((bool(look.pieces), cards, look.rights, look.named)))
    return {
        "look": look,
        "rooms": scene.rooms(words),
        "panel_mark": panel,
        "runs": {piece.field: look.runs(piece.field) for piece in look.pieces},
        "fields": ["text", *(own_field(account.pk) for account in scene.accounts)],
        "has_own": any(words.variants.values()),
        "is_writing": True,
    }


@require_POST
@may("write")
def check(request: DeskRequest) -> HttpResponse:
    """The answer while typing: the panel (unless it is the one already shown), the copies, the counts, the next step."""
    post_id = request.POST.get("post", "")
    known = int(post_id) if post_id.isdecimal() else None
    places = places_for(request.shop)
    form = ComposeForm(request.POST, shop=request.shop, places=places)
    accounts = [place.account for place in places]
    scene = Scene(request.shop, accounts, timezone.now(), said_of(known), all_typed(request.POST), known)
    words = _words_in(form)
    shown = _shown(scene, words)
    response = render(request, "posts/_answer.html", shown | {"words": words, "form": form})
    if request.POST.get("panel") == shown["panel_mark"]:
        # What was read aloud is not read again, and what was unfolded stays so.
        response["HX-Reswap"] = "none"
    return response


@require_GET
@may("write")
def products(request: DeskRequest) -> HttpResponse:
    """Products to link, found by name while typing."""
    asked = request.GET.get("search", "").strip()
    chosen = tuple(int(pk) for pk in request.GET.getlist("products") if pk.isdecimal())
    return render(request, "posts/_products_found.html", {"found": _found(asked, chosen), "search": asked})


def _found(asked: str, chosen: Sequence[int]) -> list[Product]:
    if len(asked.strip()) < 2:
        return []
    return list(Product.objects.named(asked).exclude(pk__in=chosen)[:MOST_FOUND])
