"""Tests of the channels. The shared behaviours are no test module, so pytest must be told to explain them."""

import pytest

pytest.register_assert_rewrite(f"{__name__}.behaviours")
