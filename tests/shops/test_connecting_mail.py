"""Connecting the shop's mailbox, at real mail servers on loopback, as the owner does it in the browser."""

import pytest
from django.db import connection

from channels.conftest import mail_bench, mail_house  # noqa: F401 the servers of the channel tests
from channels.mail_bench import PASSWORD, SHOP, asks
from toonbank.shops.models import Account
from toonbank.shops.opening import open_account, settings_of

pytestmark = pytest.mark.peer

ADDRESS = "/s/jas/shop/accounts/new/mail/"


@pytest.fixture
def owner(noor, door_of, settings):
    settings.ALLOW_PRIVATE_ADDRESSES = True
    return door_of(noor)


@pytest.fixture
def typed(mail_bench):  # noqa: F811
    imap, smtp = mail_bench.rough_imap.port, mail_bench.rough_smtp.port
    servers = {"server": f"127.0.0.1:{imap}", "smtp": f"127.0.0.1:{smtp}"}
    return {"handle": SHOP, "password": PASSWORD, "user": "", "name": ""} | servers


def test_the_mailbox_opens_and_what_customers_wrote_can_be_heard(owner, typed, mail_bench):  # noqa: F811
    page = owner.post(ADDRESS, typed, follow=True).content.decode()
    assert f"{SHOP} op E-mail is open" in page
    account = Account.objects.get()
    assert account.limits["characters"] == 20_000
    asks(mail_bench)
    assert [one.author_name for one in open_account(account).incoming("")] == ["Mevrouw De Wit"]


def test_the_password_is_not_readable_in_the_row_or_on_a_page(owner, typed):
    owner.post(ADDRESS, typed | {"handle": SHOP, "password": PASSWORD})
    with connection.cursor() as rows:
        rows.execute("SELECT secret FROM shops_account")
        assert '"pw"' not in rows.fetchone()[0]
    assert settings_of(Account.objects.get()).secrets["password"] == PASSWORD
    account = Account.objects.get()
    assert (
        f'value="{PASSWORD}"'
        not in owner.get(f"/s/jas/shop/accounts/{account.pk}/again/mail/").content.decode()
    )


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"password": "fout"}, "kent dit adres niet met dit wachtwoord"),
        ({"handle": "jas"}, "geen e-mailadres"),
        ({"server": "http://imap"}, "geen e-mailadres, of niet de naam van een mailserver"),
        ({"smtp": "127.0.0.1:1"}, "gaf geen antwoord"),
    ],
)
def test_what_went_wrong_is_said_and_what_was_typed_stays(owner, typed, wrong, said):
    answer = owner.post(ADDRESS, typed | wrong)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert said in page
    assert f'value="{(typed | wrong)["server"]}"' in page
    assert not Account.objects.exists()


def test_a_mailbox_is_no_place_for_a_post(owner, typed, square):
    owner.post(ADDRESS, typed)
    page = owner.get("/s/jas/posts/new/").content.decode()
    mailbox = Account.objects.get(kind="mail")
    assert f'value="{square.pk}"' in page
    assert f'name="accounts" value="{mailbox.pk}"' not in page
