"""What needs doing, collected from the `todo.py` of every app that has one."""

from loei_coop.common.todo import Todo, todo_modules


def work_list(user) -> list[Todo]:
    """What waits for this officer; nothing that has a count of none."""
    offering = [module for module in todo_modules() if hasattr(module, "todos")]
    found = (todo for module in offering for todo in module.todos(user))
    return [waiting for todo in found if (waiting := without_empty(todo)).tasks]


def without_empty(todo: Todo) -> Todo:
    return Todo(todo.title, todo.hint, [task for task in todo.tasks if task.count])
