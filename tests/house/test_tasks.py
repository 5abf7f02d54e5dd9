"""Tasks are an interface: named explicitly, given ids only, and known wherever they are named."""

import ast
import inspect
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from portal.celery import app
from tests.house.sources import calls, first_text, python_files, relative


def unnamed_tasks(source: str) -> list[int]:
    """Return the lines of task decorators without an explicit name."""
    lines = []
    for node in ast.walk(ast.parse(source)):
        for decorator in getattr(node, "decorator_list", []):
            call = decorator if isinstance(decorator, ast.Call) else None
            text = ast.unparse(call.func if call else decorator)
            is_task = text in ("shared_task", "app.task", "celery.shared_task")
            named = call is not None and any(keyword.arg == "name" for keyword in call.keywords)
            lines += [decorator.lineno] if is_task and not named else []
    return lines


def beyond_ids(function: Callable[..., Any]) -> list[str]:
    """Return the parameters of a task that are anything but whole numbers."""
    parameters = inspect.signature(function).parameters.values()
    return [p.name for p in parameters if p.annotation not in (int, "int")]


def enqueued_names(source: str) -> list[str | None]:
    """Return the task names given to after_commit; None where it is not a literal text."""
    found = calls(ast.parse(source))
    return [first_text(call) for name, call in found if name.endswith("after_commit")]


def ours() -> dict[str, Any]:
    app.loader.import_default_modules()
    return {name: task for name, task in app.tasks.items() if not name.startswith("celery.")}


def unknown(names: Iterable[str | None]) -> list[str | None]:
    return [name for name in names if name not in ours()]


def test_every_task_has_an_explicit_name() -> None:
    offences = {
        relative(p): found for p in python_files() if (found := unnamed_tasks(p.read_text()))
    }
    assert not offences


@pytest.mark.parametrize(
    "planted", ["@shared_task\ndef f(): ...", "@app.task(bind=True)\ndef f(): ..."]
)
def test_a_task_without_a_name_is_seen(planted: str) -> None:
    assert unnamed_tasks(planted)


def test_every_task_takes_ids_only() -> None:
    assert ours()
    assert not {n: bad for n, task in ours().items() if (bad := beyond_ids(task.run))}


def test_a_task_that_takes_an_object_is_seen() -> None:
    def planted(contest: object, number: int) -> None: ...

    assert beyond_ids(planted) == ["contest"]


def test_every_enqueued_name_is_a_task() -> None:
    # base/queue.py itself passes the name on.
    files = [path for path in python_files() if relative(path) != "portal/base/queue.py"]
    offences = {
        relative(path): bad for path in files if (bad := unknown(enqueued_names(path.read_text())))
    }
    assert not offences


def test_an_enqueued_name_without_a_task_is_seen() -> None:
    assert unknown(enqueued_names("queue.after_commit('planted.task', 1)")) == ["planted.task"]


def test_everything_on_the_schedule_is_a_task() -> None:
    assert app.conf.beat_schedule
    assert not unknown(entry["task"] for entry in app.conf.beat_schedule.values())
