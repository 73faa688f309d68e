"""A post is answered in the language it is written in, however short, and whatever words both languages share."""

import pytest

from toonbank.language.reading import read
from toonbank.language.tongue import guess

ENGLISH = """
We sell bikes and bells.
We knit socks, 15 euro a pair.
We roast beans on Tuesdays.
We have men in, door is open, sale was over.
Clocks, watches, straps.
We hem trousers, 12 euro each.
Wool is in.
Puncture? We patch it, 9 euro.
Rhubarb, first of the year.
It was a good week in stock.
Marmalade day!
Our shop is shut.
Pop in, love.
In stock: hammers, nails, glue.
Kites fly, spirits too.
Tha knows where we are, lad.
Och, the kettle's boilin.
Fixin' to close early, y'all.
gonna be a hot one, iced tea 3 euro
new drop fri, dont sleep
Mum's scones, still warm.
Sharpening: 6 euro.
We dye, we spin, we weave.
Four wheels, no fuss.
Hand-stitched, 120 euro.
We want your old jam jars
Even we had to laugh.
Saddle sore? We get it.
Stools stripped and waxed.
Quilts ready for collection
"""
DUTCH = """
Wij slijpen messen.
We branden bonen op dinsdag.
We hadden een week mannen over de vloer.
Klokken, horloges, bandjes.
Wij zomen broeken, 12 euro per stuk.
De wol is binnen.
Lekke band? We plakken hem, 9 euro.
Rabarber, de eerste van het jaar.
Het was een goede week in de shop.
Marmeladedag!
Onze shop is dicht.
Spring eens binnen.
In stock: hamers, spijkers en lijm.
Vliegers op, humeur ook.
Ge weet ons zijn, hé.
Ik zen content, zulle.
't Stad is van iedereen
wordt warm, ijsthee 3 euro
nieuwe drop vrijdag, slaap niet
Moeders scones, nog warm.
Slijpen: 6 euro.
We verven, we spinnen, we weven.
Vier wielen, geen gedoe.
Met de hand gestikt, 120 euro.
We zoeken uw oude confituurpotten
Zelfs wij moesten lachen.
Zadelpijn? Snappen we.
Krukken gestript en in de was.
Dekens liggen klaar
Lekker hoor, echt top, love it
"""
POSTS = [
    (post, language)
    for language, posts in (("en", ENGLISH), ("nl", DUTCH))
    for post in posts.strip().splitlines()
]


@pytest.mark.parametrize(("post", "language"), POSTS)
def test_a_short_post_is_in_its_own_language(post, language):
    assert read(post).language == language
    assert guess(post.lower()) == language


@pytest.mark.parametrize(
    "post", ["45 euro.", "Was 60. Is 45.", "Open in week 12", "Sale, sale, sale!", "Plan, info, link", "❤️❤️❤️"]
)
def test_words_of_both_languages_tell_nothing(post):
    assert guess(post.lower()) is None


def test_words_with_an_apostrophe_tell_in_whole_and_in_parts():
    post = "don't, won't"
    assert guess(post) == guess(post, ["don't", "won't"]) == "en"
