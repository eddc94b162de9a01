"""Numbers do not depend on how many cores a machine has."""

from __future__ import annotations

import numpy as np
import pytest

from padai.numerics.threads import _libraries, one_thread, thread_counts


@pytest.fixture
def two_threads():
    before = thread_counts()
    if not before:
        pytest.skip("numpy stands on another library than OpenBLAS")
    for _, limit in _libraries():
        limit(2)
    yield
    for (_, limit), count in zip(_libraries(), before, strict=True):
        limit(count)


def test_one_thread_inside_and_as_many_as_before_after(two_threads) -> None:
    outside = thread_counts()
    with one_thread():
        assert set(thread_counts()) == {1}
    assert thread_counts() == outside


def test_what_was_changed_is_put_back_when_the_work_fails(two_threads) -> None:
    outside = thread_counts()
    with pytest.raises(ZeroDivisionError), one_thread():
        raise ZeroDivisionError
    assert thread_counts() == outside


def test_a_product_is_the_same_to_the_bit(two_threads) -> None:
    rng = np.random.default_rng(1)
    a, b = rng.normal(size=(300, 2000)), rng.normal(size=(2000, 301))
    with one_thread():
        once = a @ b
    for _, limit in _libraries():
        limit(1)
    assert (once == a @ b).all()


def test_a_build_works_in_one_thread(two_threads, monkeypatch) -> None:
    from padai.pipeline.builds import version_steps

    seen: list[set[int]] = []

    def stop(order: object) -> None:
        seen.append(set(thread_counts()))
        raise InterruptedError

    monkeypatch.setattr(version_steps, "earlier_stores", stop)
    with pytest.raises(InterruptedError):
        version_steps.make_version(None, None)  # type: ignore[arg-type]
    assert seen == [{1}]
