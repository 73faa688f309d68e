"""Given names that are nearly always a woman's, or a man's: enough to see that "mevrouw Bakker" is not Jan Bakker."""

from toonbank.language.wordlist import wordlist

WOMEN = wordlist(
    """
    anna anne-marie anneke annelies annemarie annie anja anita anouk astrid barbara beatrijs bea bep betty bianca brenda brigitte
    carla carolien caroline catharina charlotte christine cindy claudia cornelia danielle daphne debby diana dina dorien els elisabeth
    elise ellen elly emma emily emilia esther eva fatima femke fenna fien fleur floor frederique froukje gerda geertje greet grietje hanna
    hannah hanneke hannie heleen helen helena helga hermien hilde ida ilse ina ineke inge ingrid irene jacqueline jana janneke jannie
    jantine jet jeanette jessica johanna jolanda josien joyce judith julia karin kate katja khadija klaartje krista lara laura leonie lia
    lidewij lies liesbeth lieke linda lisa lisanne liza lotte lucy luna maaike maartje madelief mandy margriet margot maria marian
    marianne marieke marijke marja marjan marlies marloes martha martine mary mathilde mia miep mieke miriam mirjam mirella monique nadia
    nancy naomi natasja nel nelleke nicole nienke nina nora olga olivia patricia petra pien priscilla rachel rebecca renate renske ria
    riet rita roos rosa rosalie ruth sabine samira sandra sanne sara sarah saskia selma silvia simone sietske sofie sonja sophia sophie
    susan susanne suzanne sylvia tamara tanja tess tessa thea tineke tina toos trudy truus vera veronique wendy wilma willemijn wies yvonne
    zoe alice amy claire deborah dorothy edith elizabeth eileen fiona gemma grace hazel heather jane janet jennifer jill joan joanne karen
    kathleen lily margaret martina molly pamela paula rose sally sheila susie victoria
    """
)
MEN = wordlist(
    """
    aad abdel achmed ahmed albert alexander ali alfred andre anton antoon arend arie arjan arjen arnold arthur barend bart bas bastiaan
    ben bernard bert bertus bob bram casper cees cor cornelis daan daniel david dennis derk diederik dick dirk eduard eric erik erwin evert
    ferdinand frank frans fred freek frits gerard gerben gerrit gert gijs govert guus hans harm harold harrie harry hein henk hendrik
    herman hidde hugo huub ibrahim ivo jaap jack jacob jan jasper jeffrey jelle jeroen jesse jim johan john johannes joop joost joris jos
    jurgen jurre karel kees klaas koen koos lars leendert leo lex lodewijk louis lucas luuk maarten marcel marco mark martijn martin
    mathijs maurits max menno michael michel michiel mohamed mohammed mustafa niek niels nico olaf oscar otto patrick paul peter piet
    pieter pim reinier rein remco rene rens richard rick rik rinus rob robert roel roelof rogier roland ronald rudolf ruben rutger ruud
    sander sebastiaan sem simon sjaak sjoerd stefan sven teun theo thijs thomas tijmen tijn tim timo tjeerd tobias tom ton toon victor
    vincent walter werner wessel wietse wiebe willem wim wouter youssef adam alan andrew anthony brian charles christopher colin
    donald douglas edward eric frank gareth gary geoffrey george graham henry ian james jason jeremy joseph keith kenneth kevin malcolm
    matthew neil nicholas nigel oliver philip raymond roger simon stephen steven stuart terence timothy trevor william
    """
)
