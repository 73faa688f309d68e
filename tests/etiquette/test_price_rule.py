"""The price rule and its figures, from both sides of every border.

The coat of Jas hung for 69 euro until 20 November and costs 59 since; on 5 November it cost 62 for a day in some tests.
"""

from typing import Any

from toonbank.etiquette import Checkup, ClaimState, Draft, Facts, check

NOW = "2026-11-21T10:00:00+01:00"
LOWEST, FIGURES = "price-was-not-lowest-30-days", "discount-mismatch"
COAT_69 = [{"from": "2026-08-01", "to": "2026-11-20", "price": 69}, {"from": "2026-11-20", "price": 59}]
ALWAYS_100 = [{"from": "2026-01-01", "price": 100}]


def judged(text: str, history: Any = COAT_69, price: float | None = 59, **more: Any) -> Checkup:
    coat = {"ref": "J-1", "names": ["jas"], "price": price, "price_history": history, **more.pop("coat", {})}
    return check(Draft(text), Facts.from_json({"now": NOW, "products": [coat], **more}))


def found(text: str, history: Any = COAT_69, price: float | None = 59, **more: Any) -> set[str]:
    return {one.rule for one in judged(text, history, price, **more).findings} & {LOWEST, FIGURES}


def campaign(**more: Any) -> dict[str, Any]:
    return {"campaigns": [{"ref": "C-1", "offer": "jassen", **more}]}


def message(text: str, history: Any = COAT_69, price: float | None = 59, **more: Any) -> str:
    checkup = judged(text, history, price, **more)
    return next(one.message for one in checkup.findings if one.rule == LOWEST)


# the price of before


def test_the_lowest_price_of_thirty_days_may_be_the_price_of_before():
    assert found("Jas: was 69, nu 59 euro.") == set()


def test_one_cent_above_the_lowest_may_not():
    assert found("Jas: was 69,01, nu 59 euro.") == {LOWEST}
    assert message("Jas: was 69,01, nu 59 euro.") == "De laagste prijs van de 30 dagen ervoor is 69."


def test_a_price_of_before_below_the_lowest_is_modest():
    assert found("Jas: was 68,99, nu 59 euro.") == set()


def test_without_prices_on_file_nothing_may_be_called_the_price_of_before():
    for history in (None, []):
        assert found("Jas: was 69, nu 59 euro.", history) == {LOWEST}
        assert "geen geschiedenis" in message("Jas: was 69, nu 59 euro.", history)


def test_nine_days_of_prices_are_too_few_and_the_lowest_of_them_still_denies_a_higher_one():
    nine_days = [
        {"from": "2026-11-11", "to": "2026-11-20", "price": 69},
        {"from": "2026-11-20", "price": 59},
    ]
    assert "geen geschiedenis" in message("Jas: was 69, nu 59 euro.", nine_days)
    assert (
        message("Jas: was 69,01, nu 59 euro.", nine_days) == "De laagste prijs van de 30 dagen ervoor is 69."
    )


def test_a_coat_that_came_nine_days_ago_needs_no_more():
    nine_days = [{"from": "2026-11-11", "to": "2026-11-20", "price": 69}, {"from": "2026-11-20", "price": 59}]
    coat = {"first_offered": "2026-11-11"}
    assert found("Jas: was 69, nu 59 euro.", nine_days, coat=coat) == set()
    assert found("Jas: was 69, nu 59 euro.", nine_days, coat=coat, shop={"country": "BE"}) == set()


def test_belgium_looks_at_seven_days_of_a_young_coat_and_the_netherlands_at_all():
    history = [
        {"from": "2026-11-05", "to": "2026-11-10", "price": 60},
        {"from": "2026-11-10", "to": "2026-11-20", "price": 69},
        {"from": "2026-11-20", "price": 59},
    ]
    coat = {"first_offered": "2026-11-05"}
    assert found("Jas: was 69, nu 59 euro.", history, coat=coat, shop={"country": "BE"}) == set()
    assert found("Jas: was 69, nu 59 euro.", history, coat=coat, shop={"country": "NL"}) == {LOWEST}


def test_bread_may_use_the_price_of_this_morning():
    history = [
        {"from": "2026-10-01", "to": "2026-11-19", "price": 2},
        {"from": "2026-11-19", "to": "2026-11-21", "price": 4},
        {"from": "2026-11-21", "price": 2},
    ]
    bread = {"names": ["brood"], "perishable": True}
    assert found("Brood: was 4, nu 2 euro.", history, 2, coat=bread) == set()
    assert found("Brood: 50% korting.", history, 2, coat=bread) == set()
    assert found("Brood: was 4,01, nu 2 euro.", history, 2, coat=bread) == {LOWEST}
    assert message("Brood: was 4,01, nu 2 euro.", history, 2, coat=bread) == "De prijs van vlak ervoor is 4."
    assert found("Brood: was 4, nu 2 euro.", history, 2, coat={"names": ["brood"]}) == {LOWEST}


STEPS = [
    {"from": "2026-06-01", "to": "2026-10-17", "price": 100},
    {"from": "2026-10-17", "to": "2026-11-14", "price": 90},
    {"from": "2026-11-14", "price": 80},
]


def test_steps_use_the_price_from_before_the_first_for_three_months():
    first = campaign(percent=20, starts="2026-10-17", first_step="2026-10-17")
    assert found("Jas: was 100, nu 80 euro.", STEPS, 80, **first) == set()
    assert found("Jas: was 100, nu 80 euro.", STEPS, 80) == {LOWEST}
    later = {"now": "2027-01-17T00:00:01+01:00"}
    coat = {"ref": "J-1", "names": ["jas"], "price": 80, "price_history": STEPS}
    late = check(Draft("Jas: was 100, nu 80 euro."), Facts.from_json({"products": [coat], **first, **later}))
    assert LOWEST in {one.rule for one in late.findings}


def test_a_promotion_at_the_till_is_held_against_the_days_before_it_began():
    history = [
        {"from": "2026-06-01", "to": "2026-11-12", "price": 100},
        {"from": "2026-11-12", "to": "2026-11-15", "price": 80},
        {"from": "2026-11-15", "price": 100},
    ]
    assert (
        found("Jas: was 100, nu 80 euro.", history, 100, **campaign(percent=20, starts="2026-11-10")) == set()
    )
    assert found("Jas: was 100, nu 80 euro.", history, 100, **campaign(percent=20, starts="2026-11-16")) == {
        LOWEST
    }


def test_the_shop_may_look_back_further_than_the_law():
    history = [
        {"from": "2026-01-01", "to": "2026-10-10", "price": 60},
        {"from": "2026-10-10", "to": "2026-11-20", "price": 69},
        {"from": "2026-11-20", "price": 59},
    ]
    assert found("Jas: was 69, nu 59 euro.", history) == set()
    assert found("Jas: was 69, nu 59 euro.", history, thresholds={"price_window_days": 60}) == {LOWEST}


def test_the_shop_may_allow_fewer_months_of_steps():
    first = campaign(percent=20, starts="2026-10-17", first_step="2026-10-17")
    assert found("Jas: was 100, nu 80 euro.", STEPS, 80, thresholds={"progressive_months": 1}, **first) == {
        LOWEST
    }


def test_facts_without_a_clock_are_judged_at_their_last_price():
    coat = {"ref": "J-1", "names": ["jas"], "price": 59, "price_history": COAT_69}
    for text, slugs in (("Jas: was 69, nu 59 euro.", set()), ("Jas: was 70, nu 59 euro.", {LOWEST})):
        checkup = check(Draft(text), Facts.from_json({"products": [coat]}))
        assert {one.rule for one in checkup.findings} & {LOWEST} == slugs


def test_without_a_clock_an_earlier_reduction_is_not_the_one_that_is_meant():
    history = [
        {"from": "2026-06-01", "to": "2026-10-01", "price": 100},
        {"from": "2026-10-01", "to": "2026-11-20", "price": 69},
        {"from": "2026-11-20", "price": 59},
    ]
    coat = {"ref": "J-1", "names": ["jas"], "price": 59, "price_history": history}
    checkup = check(Draft("Jas: was 100, nu 59 euro."), Facts.from_json({"products": [coat]}))
    assert LOWEST in {one.rule for one in checkup.findings}


# percentages and amounts off, from the lowest price


def test_a_percentage_is_one_of_the_lowest_price():
    history = [{"from": "2026-06-01", "to": "2026-11-20", "price": 100}, {"from": "2026-11-20", "price": 80}]
    assert found("20% korting op de jas.", history, 80) == set()
    assert found("19% korting op de jas.", history, 80) == set()
    assert found("21% korting op de jas.", history, 80) == set()  # a cent on the euro is rounding
    assert found("22% korting op de jas.", history, 80) == {LOWEST}


def test_the_rounding_is_one_percent_of_the_price_of_before():
    history = [{"from": "2026-06-01", "to": "2026-11-20", "price": 100}, {"from": "2026-11-20", "price": 80}]
    assert found("20% korting op de jas.", history, 81) == set()
    assert found("20% korting op de jas.", history, 81.01) == {LOWEST}


def test_the_rounding_of_small_things_is_five_cents():
    history = [{"from": "2026-06-01", "to": "2026-11-20", "price": 2}, {"from": "2026-11-20", "price": 1.65}]
    assert found("20% korting op de jas.", history, 1.65) == set()
    assert found("20% korting op de jas.", history, 1.66) == {LOWEST}


def test_an_amount_off_is_off_the_lowest_price():
    history = [{"from": "2026-06-01", "to": "2026-11-20", "price": 100}, {"from": "2026-11-20", "price": 80}]
    assert found("20 euro korting op de jas.", history, 80) == set()
    assert found("20 euro korting op de jas.", history, 81) == set()
    assert found("20 euro korting op de jas.", history, 81.01) == {LOWEST}


def test_up_to_a_percentage_asks_that_it_is_reached():
    history = [{"from": "2026-06-01", "to": "2026-11-20", "price": 100}, {"from": "2026-11-20", "price": 50}]
    assert found("Jas: tot 50% korting.", history, 50) == set()
    assert found("Jas: tot 40% korting.", history, 50) == set()
    assert found("Jas: tot 52% korting.", history, 50) == {LOWEST}
    assert found("Coat: up to 52% off.", history, 50, coat={"names": ["coat"]}) == {LOWEST}
    assert found("Jas: tot 50% korting.", ALWAYS_100, 100) == {LOWEST}
    assert state("Jas: tot 50% korting.", ALWAYS_100, 100) is ClaimState.CONTRADICTED


def test_half_price_is_fifty_percent():
    history = [{"from": "2026-06-01", "to": "2026-11-20", "price": 100}, {"from": "2026-11-20", "price": 50}]
    assert found("De jas voor de halve prijs.", history, 50) == set()
    assert found("De jas voor de halve prijs.", history, 60) == {LOWEST}


def test_cheaper_without_a_figure_asks_for_a_lower_price_or_a_promotion():
    assert found("De jas is afgeprijsd.") == set()
    assert found("De jas is afgeprijsd.", ALWAYS_100, 100) == {LOWEST}
    assert found("De jas is afgeprijsd.", ALWAYS_100, 100, **campaign(percent=10)) == set()
    assert found("De jas is afgeprijsd.", None) == set()


def test_a_promotion_takes_its_percentage_off_at_the_till():
    assert found("20% korting op de jas.", ALWAYS_100, 100, **campaign(percent=20)) == set()
    assert found("20% korting op de jas.", ALWAYS_100, 100) == {LOWEST}
    assert found("20% korting: de jas nu 100 euro.", ALWAYS_100, 100, **campaign(percent=20)) == {LOWEST}


def test_without_a_price_of_now_a_promotion_must_speak_for_it():
    assert found("20% korting op de jas.", ALWAYS_100, None, **campaign(percent=20)) == set()
    assert found("20% korting op de jas.", ALWAYS_100, None) == {LOWEST}


def test_a_percentage_without_any_history_is_refused():
    assert found("20% korting op de jas.", None) == {LOWEST}
    assert found("De jas voor de halve prijs.", None) == {LOWEST}
    assert found("20 euro korting op de jas.", None) == {LOWEST}


def test_general_words_and_plain_prices_pass():
    for text in ("De jas kost 59 euro.", "De jas is een koopje.", "De jas: nu 59 euro."):
        assert found(text, None) == set()


# figures that contradict each other or the till


def test_the_sum_must_be_right():
    assert found("40% korting op de jas: van 80 voor 48 euro.", [], None) == {LOWEST}
    assert found("40% korting op de jas: van 80 voor 48,80 euro.", [], None) == {LOWEST}
    assert found("40% korting op de jas: van 80 voor 48,81 euro.", [], None) == {FIGURES}
    assert found("40% korting op de jas: van 80 voor 47,19 euro.", [], None) == {FIGURES}
    assert found("20 euro korting op de jas: van 80 voor 60 euro.", [], None) == {LOWEST}
    assert found("20 euro korting op de jas: van 80 voor 60,80 euro.", [], None) == {LOWEST}
    assert found("20 euro korting op de jas: van 80 voor 60,81 euro.", [], None) == {FIGURES}
    assert found("20 euro korting op de jas: van 80 voor 59,19 euro.", [], None) == {FIGURES}


def test_the_price_of_now_is_lower_than_that_of_before():
    assert FIGURES not in found("Jas: was 69, nu 68,99.", [], None)
    assert FIGURES in found("Jas: was 69, nu 69 euro.", [], None)


def test_the_percentage_is_that_of_the_promotion():
    for said, slugs in ((20, set()), (21, {FIGURES}), (19, {FIGURES})):
        text = f"{said}% korting op de jas."
        assert found(text, ALWAYS_100, 100, **campaign(percent=20)) == slugs
    for percent, slugs in ((20.5, set()), (20.6, {FIGURES}), (19.5, set()), (19.4, {FIGURES})):
        assert found("20% korting op de jas.", ALWAYS_100, 100, **campaign(percent=percent)) == slugs


def test_a_price_of_now_alone_does_not_excuse_another_percentage():
    text = "30% korting op de jas, nu 80 euro."
    assert FIGURES in found(text, ALWAYS_100, 100, **campaign(percent=20))


def test_up_to_may_be_more_than_this_promotion_gives_but_not_less_than_it_promises():
    assert FIGURES not in found("Jas: tot 20% korting.", ALWAYS_100, 100, **campaign(percent=30))
    assert FIGURES in found("Jas: tot 30% korting.", ALWAYS_100, 100, **campaign(percent=20))


def test_one_coat_may_be_reduced_by_a_percentage_of_its_own():
    history = [{"from": "2026-06-01", "to": "2026-11-20", "price": 100}, {"from": "2026-11-20", "price": 70}]
    text = "30% korting op de jas: van 100 voor 70 euro."
    assert found(text, history, 70, **campaign(percent=20)) == set()


def test_the_price_of_now_is_that_of_the_till_within_five_cents():
    assert found("Jas: was 69, nu 59,05 euro.") == set()
    assert found("Jas: was 69, nu 59,06 euro.") == {FIGURES}
    assert found("Jas: was 69, nu 58,95 euro.") == set()
    assert found("Jas: was 69, nu 58,94 euro.") == {FIGURES}


def test_the_promotion_may_make_it_the_price_of_now():
    twenty = campaign(percent=20)
    assert found("Jas: was 100, nu 80 euro.", ALWAYS_100, 100, **twenty) == set()
    assert found("Jas: was 100, nu 81 euro.", ALWAYS_100, 100, **twenty) == set()
    assert found("Jas: was 100, nu 81,01 euro.", ALWAYS_100, 100, **twenty) == {FIGURES}
    assert found("Jas: was 100, nu 79 euro.", ALWAYS_100, 100, **twenty) == set()
    assert found("Jas: was 100, nu 78,99 euro.", ALWAYS_100, 100, **twenty) == {FIGURES}
    assert found("Jas: was 100, nu 80 euro.", ALWAYS_100, 100) == {FIGURES}
    assert found("Jas: was 100, nu 80 euro.", ALWAYS_100, 100, **campaign()) == {FIGURES}


def test_an_offer_for_some_may_not_be_called_one_for_all():
    only = campaign(percent=20, conditions="alleen op sokken")
    assert FIGURES in found("20% korting op alles.", ALWAYS_100, 100, **only)
    assert FIGURES not in found("20% korting op de jas.", ALWAYS_100, 100, **only)
    assert FIGURES not in found("20% korting op alles.", ALWAYS_100, 100, **campaign(percent=20))
    assert FIGURES not in found("20% korting op alles.", ALWAYS_100, 100)


# states and evidence


def state(text: str, history: Any = COAT_69, price: float | None = 59, **more: Any) -> ClaimState:
    claims = judged(text, history, price, **more).claims
    return next(one.state for one in claims if one.kind == "price_reduction")


def test_a_reduction_is_proven_denied_or_unknown():
    assert state("Jas: was 69, nu 59 euro.") is ClaimState.PROVEN
    assert state("Jas: was 70, nu 59 euro.") is ClaimState.CONTRADICTED
    assert state("Jas: was 69, nu 58 euro.") is ClaimState.CONTRADICTED
    assert state("Jas: was 69, nu 59 euro.", None) is ClaimState.UNKNOWN
    assert state("De jas is afgeprijsd.", ALWAYS_100, 100) is ClaimState.CONTRADICTED


def test_a_price_of_eight_days_ago_says_nothing_and_one_of_seven_does():
    old, fresh = "2026-11-14T09:59:59+01:00", "2026-11-14T10:00:00+01:00"
    assert found("Jas: was 69, nu 50 euro.", coat={"price_at": fresh}) == {FIGURES}
    assert found("Jas: was 69, nu 50 euro.", coat={"price_at": old}) == set()
    assert found("Jas: was 69, nu 50 euro.", coat={"price_at": old}, thresholds={"price_fresh_days": 8}) == {
        FIGURES
    }


def test_the_age_of_a_price_is_counted_from_now_else_from_the_moment_of_publishing():
    old = {"ref": "J-1", "names": ["jas"], "price": 59, "price_history": COAT_69, "price_at": "2026-11-13"}
    for clock in ({"now": NOW}, {"publish_at": NOW}, {"now": NOW, "publish_at": NOW}):
        checkup = check(Draft("Jas: was 69, nu 50 euro."), Facts.from_json({"products": [old], **clock}))
        assert FIGURES not in {one.rule for one in checkup.findings}
    later = {"now": "2026-11-19T10:00:00+01:00", "publish_at": "2026-11-29T10:00:00+01:00"}
    checkup = check(Draft("Jas: was 69, nu 50 euro."), Facts.from_json({"products": [old], **later}))
    assert FIGURES in {one.rule for one in checkup.findings}


def test_the_true_percentage_is_never_rounded_up():
    history = [
        {"from": "2026-06-01", "to": "2026-11-20", "price": 100},
        {"from": "2026-11-20", "price": 66.04},
    ]
    (finding,) = (
        one for one in judged("50% korting op de jas.", history, 66.04).findings if one.rule == LOWEST
    )
    assert finding.mends[0].text == "33"


def test_the_true_percentage_is_offered_as_a_way_out():
    history = [{"from": "2026-06-01", "to": "2026-11-20", "price": 80}, {"from": "2026-11-20", "price": 60}]
    text = "50% korting op de jas."
    (finding,) = (one for one in judged(text, history, 60).findings if one.rule == LOWEST)
    mend = finding.mends[0]
    assert text[: mend.start] + mend.text + text[mend.end :] == "25% korting op de jas."


def test_advice_of_the_maker_is_no_price_of_before():
    text = "38% onder de winkelprijs van het merk."
    assert found(text, None) == set()
    assert found("15% korting op de adviesprijs van de jas.", None) == set()
    assert found("Was 129 (adviesprijs), jas nu 59 euro.", None) == {LOWEST}
