"""The app `conversations`."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from toonbank.conversations.indexing import keep_index


class ConversationsConfig(AppConfig):
    """Named by its folder."""

    name = "toonbank.conversations"
    label = "conversations"

    def ready(self) -> None:
        """Keep the index of words in step."""
        post_migrate.connect(keep_index, sender=self, dispatch_uid="conversations.keep_index")
        self._learn_of_answers()
        self._follow_people()
        self._tell_today()

    @staticmethod
    def _learn_of_answers() -> None:
        """Let posts ask here what a reply answers, and follow what becomes of it."""
        from toonbank.conversations.answering import known_of, page_of
        from toonbank.conversations.arriving import reply_moved
        from toonbank.posts import signals
        from toonbank.posts.answers import Knower, let_know

        let_know(Knower(known_of, page_of))
        signals.reply_moved.connect(reply_moved, dispatch_uid="conversations.reply_moved")

    @staticmethod
    def _follow_people() -> None:
        """Hear when people are put together or take a consent back."""
        from toonbank.conversations.people.following import begin

        begin()

    @staticmethod
    def _tell_today() -> None:
        """Let posts show on Today what the counter must tell, and hear of an account how long people waited there."""
        from toonbank.conversations import askedtoday, waitingtoday
        from toonbank.conversations.today import asks, tells
        from toonbank.conversations.waits import threads_on
        from toonbank.posts.hearing import let_hear
        from toonbank.posts.notices import Teller, let_tell

        let_tell("counter", Teller(asks, tells))
        let_tell("asked", Teller(askedtoday.asks, askedtoday.tells))
        let_tell("row", Teller(waitingtoday.asks, waitingtoday.tells))
        let_hear(threads_on)
