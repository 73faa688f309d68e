"""How an account has behaved, by its own export: which claims, which pressure, which balance, which silence.

    from toonbank.audit import audit
    from toonbank.sources.archives import open_archive

    with open_archive("twitter.zip") as archive:
        report = audit(archive, now=datetime.now(UTC))

Pure: an archive and facts in, a `Report` out; `as_json`, `as_text` and `as_page` show it.
"""

from toonbank.audit.report import Report
from toonbank.audit.rows import Example, Progress
from toonbank.audit.running import audit

__all__ = ["Example", "Progress", "Report", "audit"]
