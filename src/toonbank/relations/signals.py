"""What apps that know of people need to hear; all are sent inside the transaction, so that what listens may prevent it."""

from django.dispatch import Signal

consent_withdrawn = Signal()
"""`consent`, `now`: a yes was taken back this moment."""

customer_unlinked = Signal()
"""`contact`: no link, or another one, to their purchases; what was shown on it must go."""

contacts_merged = Signal()
"""`kept`, `gone`: returns (kind of row, numbers) of what went along."""

merge_undone = Signal()
"""`merge`, `holder`: put back from `holder` to `merge.gone` what `merge.moved` names."""
