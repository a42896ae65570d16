"""What needs doing, collected from the `todo.py` of every app that has one."""

from importlib import import_module
from importlib.util import find_spec

from django.apps import apps

from loei_coop.common.todo import Todo


def work_list(user) -> list[Todo]:
    """What waits for this officer; nothing that has a count of none."""
    found = (todo for module in todo_modules() for todo in module.todos(user))
    return [waiting for todo in found if (waiting := without_empty(todo)).tasks]


def todo_modules() -> list:
    names = (f"{config.name}.todo" for config in apps.get_app_configs())
    return [import_module(name) for name in names if find_spec(name)]


def without_empty(todo: Todo) -> Todo:
    return Todo(todo.title, todo.hint, [task for task in todo.tasks if task.count])
