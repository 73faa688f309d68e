"""Every page about posts is usable for all: axe finds nothing, and no telephone scrolls sideways."""

import io
from datetime import timedelta

import pytest
from django.utils import timezone
from PIL import Image

from toonbank.posts.approving import approve
from toonbank.posts.drafting import Words, add_picture_to, send_back, start_post, submit
from toonbank.posts.moves import move_delivery
from toonbank.shops.models import Account

FALSE = "Nog maar 3 mutsen Kleine Beer op de plank. Like en deel dit bericht! Muts Kleine Beer kost 24,95."


@pytest.fixture
def week(jas_shop, square, noor, bas, fresh_hats, settings, tmp_path):
    """A week of posts in every state, by the name of their page."""
    settings.MEDIA_ROOT = tmp_path
    now = timezone.now()
    Account.objects.create(
        shop=jas_shop, kind="bluesky", name="Bluesky", handle="jas.example", state="signed_out"
    )
    square.limits = {"characters": 80}
    square.save()

    def write(text, member=bas, hours=3):
        words = Words(
            text=text,
            reader_gets="hoe je wol wast",
            plan_at=now + timedelta(hours=hours),
            variants={square.pk: ""},
        )
        return start_post(jas_shop, member, words, now=now)

    def planned(text, hours=3):
        post = submit(write(text, hours=hours), bas, now=now)
        approve(post, noor, version=post.version, now=now)
        return post, post.deliveries.get()

    draft = write(FALSE)
    packed = io.BytesIO()
    Image.new("RGB", (80, 60), (120, 140, 160)).save(packed, "JPEG")
    add_picture_to(draft, bas, packed.getvalue(), now=now, alt="Een grijze muts")
    offered = submit(write("Wol wassen doe je op 30 graden."), bas, now=now)
    submit(write("Een rits smeren gaat met een kaars.", noor), noor, now=now)
    back = submit(write("Kragen keren doen we zelf.", noor), noor, now=now)
    send_back(back, bas, "Zeg ook hoe lang het duurt.", now=now)
    calm, _ = planned("Een jas hangt het best op een brede hanger.", hours=30)
    held, delivery = planned("Wol droog je liggend, op een handdoek.")
    why = {"why": "finding", "findings": [{"message": "De laagste prijs is 129."}]}
    move_delivery(delivery, "hold", at=now, details=why, held_why=why)
    lost, delivery = planned("Motten houden niet van cederhout.")
    move_delivery(delivery, "start", at=now, lease_until=now, began_at=now)
    move_delivery(delivery, "silence", at=now)
    move_delivery(delivery, "not_found", at=now, held_why={"why": "not_found"}, details={"why": "not_found"})
    sent, delivery = planned("Een natte jas droogt naast de kachel, niet erop.")
    move_delivery(delivery, "start", at=now, lease_until=now, began_at=now)
    move_delivery(
        delivery, "receipt", at=now, remote_id="1", remote_url="https://plein.example/1", sent_at=now
    )
    pages = {"today": "", "list": "posts/", "compose": "posts/new/", "calendar": "calendar/"}
    pages |= {"edit": f"posts/{draft.pk}/edit/", "versions": f"posts/{draft.pk}/versions/"}
    states = {"draft": draft, "offered": offered, "calm": calm, "held": held, "lost": lost, "sent": sent}
    return pages | {name: f"posts/{post.pk}/" for name, post in states.items()}


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_every_page_about_posts_is_usable_for_all(week, window_of, faults_of, noor, width):
    page, found = window_of(noor, width=width), {}
    for name, address in week.items():
        assert page.goto(f"/s/jas/{address}").status == 200
        for summary in page.locator("summary").all():
            summary.click()
        if faults := faults_of(page):
            found[name] = faults

    assert found == {}
