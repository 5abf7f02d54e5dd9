from tests.results.conftest import record

__all__ = ["record"]
