"""A complaint, once, as Noor and Bas meet it: said on the practice square, answered, put right, learned from, and told."""

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from browser.looking import axe_faults, too_wide
from toonbank.channels.square_talk import Said
from toonbank.conversations.intake import take_in_waiting
from toonbank.conversations.listening import ears_due, hear, listen_now
from toonbank.posts.delivering import deliver
from toonbank.posts.models import Delivery
from toonbank.shops.opening import square_of

pytestmark = pytest.mark.django_db(transaction=True)

POST = "Wol was je met de hand, in lauw water. Droog haar liggend, op een handdoek."
QUESTION = "Valt de Merel groot? Ik zit tussen 38 en 40 in."
COMPLAINT = (
    "Derde keer dat ik dit meld. De rits van de Wad is na twee weken kapot en jullie doen niets."
    " Kijk de ritsen toch na voor je een jas meegeeft."
)
DEFENCE = " U bent de eerste die hierover klaagt."
FIRST = (
    "Mevrouw De Wit, drie keer melden en nog een kapotte rits: dat is niet goed."
    " Ik zoek het vandaag uit en u hoort het morgen voor tien uur van mij. Noor"
)
LAST = "Mevrouw De Wit, de rits van uw Wad is vervangen, en Bas heeft hem nagekeken. Is het zo opgelost? Noor"
HAPPY = "Ja, opgelost. Hij loopt weer soepel, dank u wel."
CHANGE = "Bas kijkt elke rits na voordat een jas de winkel uit gaat."
OF_BAS = "Dag mevrouw, kom even langs. Bas"
TOLD = "Mevrouw De Wit, u zei het: sinds vandaag kijkt Bas elke rits na voordat een jas meegaat. Dank u wel. Noor"
DE_WIT = "Mevrouw De Wit"
PATIENCE = 30_000  # milliseconds: a page may be slow on a machine that is busy


class Square:
    """The practice square as somebody outside the shop meets it, and the worker's rounds between it and the desk."""

    def __init__(self, shop, account) -> None:
        self._account, self._board = account, square_of(shop)
        self._board.open_account("jas")

    @property
    def post(self):
        """What the shop published, with what stands below it now."""
        (post,) = self._board.posts(now=timezone.now())
        return post

    def says(self, author: str, text: str, *, kind: str, below: str = "") -> None:
        """Somebody says this, below a post or an answer or of their own accord, and the worker hears it."""
        self._board.let_say("jas", Said(author, text, answers=below, kind=kind), at=timezone.now())
        listen_now(self._account, now=timezone.now())
        for ear in ears_due(timezone.now()):
            hear(ear, now=timezone.now())
        while take_in_waiting(now=timezone.now()):
            pass

    def receives(self) -> None:
        """The worker sends what may go out."""
        for pk in Delivery.objects.filter(state="planned").values_list("pk", flat=True):
            deliver(pk, clock=timezone.now)


@pytest.fixture(autouse=True)
def patience():
    """What is expected on a page may take its time."""
    expect.set_options(timeout=PATIENCE)
    yield
    expect.set_options(timeout=5_000)


@pytest.fixture
def plaza(jas_shop, square, settings, tmp_path):
    """A practice square of its own."""
    settings.HOME = tmp_path
    return Square(jas_shop, square)


def test_a_complaint_on_the_square_goes_from_its_arrival_to_its_lesson(plaza, noor, bas, window_of):
    of_noor, of_bas = window_of(noor), window_of(bas)
    _publish(of_bas, of_noor, plaza)
    plaza.says("Yusuf Demir", QUESTION, kind="question")
    plaza.says(DE_WIT, COMPLAINT, kind="complaint_accusation", below=plaza.post.remote_id)

    _find_it_first(of_noor)
    _collide(of_noor, of_bas)
    _answer(of_noor, plaza)
    _find_out_that_it_was_answered(of_bas, plaza)
    _see_it_once_on_the_square(of_bas)

    _find_out_who_is_right(of_noor)
    _put_it_right_and_say_so(of_noor, plaza)
    plaza.says(DE_WIT, HAPPY, kind="mention", below=plaza.post.reactions[-1].remote_id)
    _hear_her_and_close(of_noor)

    _write_down_what_changes(of_noor)
    _tell_her(of_noor, plaza)
    assert [one.text for one in plaza.post.reactions] == [COMPLAINT, FIRST, LAST, HAPPY, TOLD]


def _is_well(page: Page) -> None:
    """Nothing for axe to find and nothing that scrolls sideways, on a wide screen and on a telephone."""
    found = axe_faults(page) + too_wide(page)
    page.set_viewport_size({"width": 390, "height": 844})
    found += axe_faults(page) + too_wide(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    assert found == []


def _go(page: Page, way: str) -> None:
    """Through the menu."""
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name=way).click()


def _publish(bas: Page, noor: Page, plaza: Square) -> None:
    """Bas writes, Noor says yes, and it stands on the square."""
    bas.goto("/s/jas/")
    noor.goto("/s/jas/")
    _go(bas, "Schrijven")
    bas.get_by_label("Tekst voor alle kanalen").fill(POST)
    bas.get_by_label("De lezer krijgt:").fill("wol die niet krimpt")
    bas.get_by_role("button", name="Ter akkoord aanbieden").click()
    expect(bas.get_by_text("Ter akkoord aangeboden aan Noor.")).to_be_visible()
    _go(noor, "Vandaag")
    noor.get_by_role("link", name="Lezen").click()
    noor.get_by_role("button", name="Akkoord geven").click()
    expect(noor.get_by_text("Akkoord: Noor")).to_be_visible()
    plaza.receives()
    assert plaza.post.text == POST


def _find_it_first(noor: Page) -> None:
    """On Today, and as the first of the row, before the question that came earlier."""
    _go(noor, "Vandaag")
    expect(noor.get_by_text(f"{DE_WIT}: ").first).to_be_visible()
    expect(noor.get_by_text("2 dingen wachten op jou.")).to_be_visible()
    _is_well(noor)
    _go(noor, "Toonbank")
    people = noor.locator(".row-of-people .who")
    expect(people).to_have_text([DE_WIT, "Yusuf Demir"])
    _is_well(noor)
    people.first.click()
    expect(noor.get_by_role("log", name="Het gesprek")).to_contain_text(COMPLAINT)
    _is_well(noor)


def _collide(noor: Page, bas: Page) -> None:
    """Noor has begun when Bas begins too: both see it, and nobody's words are lost."""
    with noor.expect_response("**/words/"):
        noor.get_by_label("Je antwoord").press_sequentially("Mevrouw De Wit, ")
    _go(bas, "Toonbank")
    bas.get_by_role("link", name=DE_WIT).first.click()
    expect(bas.locator("#watch")).to_contain_text("Noor schrijft sinds")
    with bas.expect_response("**/words/"):
        bas.get_by_label("Je antwoord").press_sequentially(OF_BAS)
    noor.get_by_label("Je antwoord").press_sequentially("drie keer ")
    expect(noor.locator("#watch")).to_contain_text("Bas schrijft ook aan dit antwoord")
    _is_well(noor)
    _is_well(bas)


def _answer(noor: Page, plaza: Square) -> None:
    """The defence is marked while she types; without it the answer goes out, after a second look."""
    _write(noor, FIRST.replace(" Noor", DEFENCE + " Noor"))
    expect(noor.get_by_role("heading", name="Verdedigen voor erkennen")).to_be_visible()
    _is_well(noor)
    _write(noor, FIRST)
    expect(noor.locator("#findings .finding")).to_have_count(0)
    _send(noor, plaza)
    expect(noor.get_by_role("log")).to_contain_text(FIRST)
    _is_well(noor)


def _write(noor: Page, words: str) -> None:
    """These words, looked at by the desk."""
    with noor.expect_response("**/reply/check/"):
        noor.get_by_label("Je antwoord").fill(words)


def _send(noor: Page, plaza: Square) -> None:
    """What was written in anger is answered after a second look."""
    noor.get_by_role("button", name="Antwoord geven").click()
    again = noor.get_by_role("button", name="Verstuur het nu")
    gone = noor.get_by_text("Je antwoord gaat nu de deur uit.")
    expect(again.or_(gone)).to_be_visible()
    if again.is_visible():
        _is_well(noor)
        again.click()
    expect(gone).to_be_visible()
    plaza.receives()


def _find_out_that_it_was_answered(bas: Page, plaza: Square) -> None:
    """Bas is told; when he presses all the same, nothing goes out and his words are still there."""
    bas.get_by_label("Je antwoord").press_sequentially(" ")
    expect(bas.locator("#watch")).to_contain_text("Noor heeft intussen geantwoord: kijk eerst.")
    bas.get_by_role("button", name="Antwoord geven").click()
    plaza.receives()
    expect(bas.get_by_text("Terwijl je schreef heeft iemand geantwoord.")).to_be_visible()
    expect(bas.get_by_label("Je antwoord")).to_have_value(f"{OF_BAS} ")
    _is_well(bas)
    bas.get_by_label("Je antwoord").fill("")  # his is not needed any more


def _see_it_once_on_the_square(bas: Page) -> None:
    """Where everybody can read it, the answer stands once, and nothing of Bas."""
    _go(bas, "Oefenplein")
    expect(bas.locator(".bubble")).to_have_text([COMPLAINT, FIRST, QUESTION])
    _is_well(bas)


def _find_out_who_is_right(noor: Page) -> None:
    """The facts, and what is true in it."""
    noor.get_by_role("link", name="De hele zaak").click()
    _is_well(noor)
    noor.get_by_text("Voeg een feit toe").click()
    noor.get_by_label("Waarover").select_option("het artikel zelf")
    noor.get_by_label("Wat klopt er").fill("Drie ritsen uit de levering van september zijn stuk.")
    noor.get_by_label("Waar je het vond").fill("het rek, en Bas")
    noor.get_by_role("button", name="Voeg toe").click()
    expect(noor.get_by_text("Drie ritsen uit de levering van september zijn stuk.")).to_be_visible()
    noor.get_by_role("group", name="Heeft de klant gelijk?").get_by_label("ja").check()
    noor.get_by_label("Wat is er waar van?").fill("De ritsen van september gaan te snel stuk.")
    noor.get_by_role("button", name="Leg dit vast").first.click()
    expect(noor.get_by_text("De ritsen van september gaan te snel stuk.").first).to_be_visible()
    _is_well(noor)


def _put_it_right_and_say_so(noor: Page, plaza: Square) -> None:
    """What was done, said below the complaint, and shown in the case."""
    noor.get_by_role("group", name="Wat maakt het goed?").get_by_label("reparatie").check()
    noor.get_by_label("Wat is er gedaan?").fill("Bas zette er een nieuwe rits in.")
    noor.get_by_role("button", name="Leg dit vast").first.click()
    expect(noor.get_by_text("Zeg onder de klacht hoe het afliep.")).to_be_visible()
    expect(noor.get_by_role("radio", name="drie keer melden")).not_to_be_checked()
    _is_well(noor)
    noor.get_by_role("link", name="Schrijf hoe het afliep").click()
    _write(noor, LAST)
    _send(noor, plaza)
    noor.get_by_role("link", name="De hele zaak").click()
    noor.get_by_role("radio", name="de rits van uw Wad is vervangen").check()
    noor.get_by_role("button", name="Hier is het gezegd").click()
    expect(noor.get_by_text("Vraag de klant of het is opgelost.")).to_be_visible()
    _is_well(noor)


def _hear_her_and_close(noor: Page) -> None:
    """Her own word is heard, and the case closes with what it came from."""
    noor.get_by_role("link", name="Terug naar het gesprek").click()
    expect(noor.get_by_role("log")).to_contain_text(HAPPY)
    _is_well(noor)
    noor.get_by_role("link", name="De hele zaak").click()
    noor.get_by_label("Hoe zei de klant dat?").fill("Schreef onder ons antwoord: opgelost.")
    noor.get_by_role("button", name="De klant zegt dat het is opgelost").click()
    noor.get_by_role("group", name="Waardoor kwam de klacht?").first.get_by_label("kwaliteit").check()
    _is_well(noor)
    noor.get_by_role("button", name="Sluit de zaak").click()
    expect(noor.get_by_text("Het kwam door: kwaliteit")).to_be_visible()
    _is_well(noor)


def _write_down_what_changes(noor: Page) -> None:
    """One thing, an owner and a day."""
    noor.get_by_role("link", name="Wat veranderen we?").click()
    expect(noor.get_by_text("Kijk de ritsen toch na")).to_be_visible()
    expect(noor.get_by_label("Waardoor kwam het?")).to_have_value("quality")
    _is_well(noor)
    noor.get_by_label("Wat veranderen we?").fill(CHANGE)
    noor.get_by_label("Wie zorgt ervoor?").select_option("Bas")
    noor.get_by_role("button", name="Leg dit vast").click()
    expect(noor.get_by_role("heading", name="Lessen")).to_be_visible()
    line = noor.get_by_role("listitem").filter(has_text=CHANGE)
    expect(line).to_contain_text("Kwaliteit")
    expect(line).to_contain_text("Bas")
    _is_well(noor)


def _tell_her(noor: Page, plaza: Square) -> None:
    """It is done. Whom to tell stands there, a person writes it, and only then it is written down."""
    noor.get_by_role("button", name="Het is klaar").click()
    telling = noor.get_by_role("region", name="Vertel het: jij zei het, en wij deden het")
    expect(telling).to_contain_text(DE_WIT)
    expect(telling).to_contain_text("Kijk de ritsen toch na")
    _is_well(noor)
    noor.get_by_role("button", name="Het is verteld").click()
    expect(noor.get_by_text("Schrijf er eerst een; niemand anders doet het.")).to_be_visible()
    noor.get_by_role("link", name="Schrijf het zelf").click()
    _write(noor, TOLD)
    _send(noor, plaza)
    noor.get_by_role("link", name="Wat de winkel hierdoor verandert").click()
    noor.get_by_role("button", name="Het is verteld").click()
    expect(noor.get_by_text(f"{DE_WIT}, die het voorstelde, weet het.")).to_be_visible()
    _is_well(noor)
