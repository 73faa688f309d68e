"""A person is found once, with where she is from; a product with a name of its own is no person."""

import pytest

from toonbank.etiquette import Draft, check


def named(text: str) -> list[str]:
    return [text[one.start : one.end] for one in check(Draft(text)).findings if one.rule == "consent-missing"]


@pytest.mark.parametrize(
    "text",
    [
        "Nog maar 3 mutsen Kleine Beer op de plank!",
        "Jas Emma uit Zweden hangt in de etalage.",
        "De trui Berkel past bij alles.",
        "De stoel van Jansen is weer gelijmd.",
        "Lamp Oma uit Delft is terug.",
        "Het dekentje Kleine Vos is van lamswol.",
        "Knuffel Kleine Beer is terug in de mand.",
        "Dank aan Sinterklaas, de schoenen staan klaar.",
        "Gefeliciteerd Zutphen, wat een mooie stad.",
        "Theepot Saar kwam gisteren binnen.",
        "Regenjas Jan kwam als eerste binnen.",
        "Laarzen Mevrouw Holle houden je droog.",
        "De kaarsen Little Light branden zes uur.",
        "Bij Drenthe thuis hoort deze wol.",
        "Our little Bear hats are back.",
        "The Emma coat came in today.",
        "Coat Oscar from Sweden is back on the rail.",
        "Mr Fox mugs are back in the window.",
        "The Miller family scarf comes in three colours.",
        "Thanks to Merino the socks do not itch.",
        "Little Grey socks for little feet.",
    ],
)
def test_a_product_with_a_name_is_no_person(text):
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Mevrouw Bakker uit de Dorpsstraat kocht hem.", "Mevrouw Bakker uit de Dorpsstraat"),
        ("Mrs Baker from High Street bought it.", "Mrs Baker from High Street"),
        ("Mirjam uit Warnsveld kocht de laatste stoel.", "Mirjam uit Warnsveld"),
        ("Kleine Sem uit de Kerkstraat paste laarsjes.", "Kleine Sem uit de Kerkstraat"),
        ("Familie De Vries haalde gisteren haar tafel op.", "Familie De Vries"),
        ("Jan kocht laarzen voor zijn dochter.", "Jan"),
        ("Our customer Peter bought two pairs.", "Our customer Peter"),
    ],
)
def test_a_person_is_found_once_with_where_she_is_from(text, person):
    assert named(text) == [person]


@pytest.mark.parametrize(
    "text",
    ["Like en deel dit bericht!", "Like, deel en reageer!", "Like, share and follow us!", "Like & deel dit"],
)
def test_begging_in_one_breath_is_one_finding(text):
    assert [one.rule for one in check(Draft(text)).findings] == ["engagement-bait"]


def test_begging_for_two_things_is_two_findings():
    assert len(check(Draft("Like deze post en volg ons.")).findings) == 2
