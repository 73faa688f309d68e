"""A price is judged by when and where it was seen."""

from toonbank.etiquette import Checkup, ClaimState, Draft, Facts, check


def judged(text: str, **product: object) -> Checkup:
    muts = {"ref": "M-001", "names": ["muts Kleine Beer", "Little Bear hat"], "price": 24.95, **product}
    return check(Draft(text), Facts.from_json({"now": "2026-11-21T10:00:00+01:00", "products": [muts]}))


def test_a_wrong_price_is_told_with_the_moment_that_the_right_one_was_seen():
    seen = {"price_at": "2026-11-21T09:12:00+01:00", "price_source": "webshop"}
    (dutch,) = judged("De muts Kleine Beer kost 19,95.", **seen).findings
    (english,) = judged("The Little Bear hat costs 19.95.", **seen).findings
    assert dutch.message == "De prijs is 24,95, gezien om 09:12."
    assert english.message == "The price is 24.95, seen at 09:12."
    assert (dutch.evidence[0].source, dutch.evidence[0].seen_at is not None) == ("webshop", True)


def test_a_source_without_a_moment_is_named():
    (finding,) = judged("De muts Kleine Beer kost 19,95.", price_source="catalogue").findings
    assert finding.message == "De prijs is 24,95 (assortiment)."


def test_without_source_and_moment_it_is_the_till():
    (finding,) = judged("De muts Kleine Beer kost 19,95.").findings
    assert finding.message == "De kassa zegt 24,95."


def test_a_price_of_eight_days_ago_neither_proves_nor_denies():
    for text in ("De muts Kleine Beer kost 24,95.", "De muts Kleine Beer kost 19,95."):
        checkup = judged(text, price_at="2026-11-13T09:00:00+01:00")
        (claim,) = checkup.claims
        assert claim.state is ClaimState.UNKNOWN
        assert claim.evidence[0].shown["en"] == "seen too long ago"
        assert checkup.findings == ()


def test_a_price_of_seven_days_ago_still_counts():
    (claim,) = judged("De muts Kleine Beer kost 24,95.", price_at="2026-11-14T10:00:00+01:00").claims
    assert claim.state is ClaimState.PROVEN


def test_a_reduction_is_not_held_against_an_old_price():
    old = {"price_at": "2026-11-01T09:00:00+01:00"}
    checkup = judged("De muts Kleine Beer: was 29, nu 19 euro.", **old)
    assert "discount-mismatch" not in {one.rule for one in checkup.findings}


def goods_of_a_promotion(*prices):
    """Two hats of one promotion of 10 per cent, each at this price for two months."""
    since = {"from": "2026-09-20T09:00:00+02:00", "to": None}
    return {
        "now": "2026-11-21T10:00:00+01:00",
        "products": [
            {
                "ref": f"M-{place}",
                "names": [f"muts {place}"],
                "price": price,
                "price_history": [{**since, "price": price}] if price else [],
            }
            for place, price in enumerate(prices)
        ],
        "campaigns": [
            {
                "ref": "wol",
                "offer": "Wolweek",
                "percent": 10,
                "starts": "2026-11-20",
                "ends": "2026-11-27",
                "conditions": "Niet op wat al is afgeprijsd.",
                "products": [f"M-{place}" for place in range(len(prices))],
            }
        ],
    }


WOLWEEK = (
    "Wolweek: tot en met 27 november gaat er aan de kassa 10 % af van alles. Niet van wat al is afgeprijsd."
)


def test_a_reduction_of_several_goods_at_once_is_proven_when_each_of_them_is():
    assert check(Draft(WOLWEEK), Facts.from_json(goods_of_a_promotion(27.95, 39.95))).findings == ()


def test_a_reduction_of_several_goods_is_as_good_as_the_worst_of_them():
    checkup = check(Draft(WOLWEEK), Facts.from_json(goods_of_a_promotion(27.95, None)))
    assert [finding.rule for finding in checkup.findings] == ["price-was-not-lowest-30-days"]
