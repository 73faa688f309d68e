"""What happens in the shop while `test_serve.py` watches, in a process of its own: `plan` a post, or tell its `states`."""

import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "toonbank.web.settings")

from toonbank.cli.desk import wake


def plan() -> None:
    """Noor works alone today: she writes a post and approves it, due at once."""
    from django_scopes import scope

    from posts.sending import say_yes
    from toonbank.shops.models import Account, Member, Person, Shop
    from toonbank.shops.opening import square_of
    from toonbank.work.steps import utc_now

    shop = Shop.objects.create(name="Jas", slug=f"jas-{os.getpid()}")
    with scope(shop=shop):
        person = Person.objects.create_user(f"noor@{shop.slug}.example", None, name="Noor")
        noor = Member.objects.create(shop=shop, person=person, role="owner")
        account = Account.objects.create(shop=shop, kind="square", name="Oefenplein", handle="jas")
        square_of(shop).open_account("jas")
        say_yes(shop, noor, noor, [account], now=utc_now())


def states() -> str:
    """The states of all deliveries, in one line."""
    from django_scopes import scopes_disabled

    from toonbank.posts.models import Delivery

    with scopes_disabled():
        return " ".join(Delivery.objects.order_by("pk").values_list("state", flat=True))


if __name__ == "__main__":
    wake()
    if sys.argv[1] == "plan":
        plan()
    else:
        sys.stdout.write(states())
