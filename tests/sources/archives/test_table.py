"""The plain list."""

import pytest

from sources.archives.exports import read
from toonbank.core.errors import SourceTrouble

LIST = """at,text,network,kind,url,id,in_reply_to,direction,author
2026-11-19T10:00:00+01:00,"Vandaag nieuw: wol, in zes tinten",mastodon,post,https://a.example/1,1,,out,Noor
2026-11-19T11:00:00+01:00,Waar blijft mijn jas?,mastodon,,,k1,,in,Mevrouw De Wit
2026-11-19T11:30:00+01:00,"Vandaag bezorgd, beloofd.",mastodon,,,2,k1,out,Bas
2026-11-19T12:00:00+01:00,Psst,mastodon,dm,,3,,out,Bas
2026-11-31,Deze dag bestaat niet,mastodon,,,4,,out,Bas
2026-11-20,Hm,mastodon,gezang,,5,,out,Bas
2026-11-20,Hm,mastodon,post,,5,,opzij,Bas
"""


def test_a_list_tells_who_said_what_to_whom(tmp_path):
    (tmp_path / "jas.csv").write_text(LIST)

    said, skipped = read(tmp_path / "jas.csv")

    assert [(one.kind, one.is_ours, one.in_reply_to, one.is_public) for one in said] == [
        ("post", True, "", True),
        ("post", False, "", True),
        ("reply", True, "k1", True),
        ("post", True, "", False),
    ]
    assert [one.place for one in skipped] == ["jas.csv, line 6", "jas.csv, line 7", "jas.csv, line 8"]
    assert "gezang" in skipped[1].reason["en"]


def test_dutch_headings_semicolons_and_dutch_days_are_understood(tmp_path):
    (tmp_path / "jas.csv").write_bytes(
        "sep=;\r\nDatum;Tekst;Richting\r\n19-11-2026 10:00;Één jas;uit\r\n".encode("cp1252")
    )

    said, skipped = read(tmp_path / "jas.csv")

    assert [(one.text, one.at.hour) for one in said] == [("Één jas", 10)]
    assert skipped == []


def test_a_list_without_text_says_which_column_is_missing(tmp_path):
    (tmp_path / "jas.csv").write_text("at,woorden\n2026-11-19,Hoi\n")

    with pytest.raises(SourceTrouble, match='no column "text"; it has: at, woorden'):
        read(tmp_path / "jas.csv")
