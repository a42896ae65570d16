"""A column of a list: its header, and how its cells are read and written."""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.utils.translation import override
from import_export.fields import Field

from loei_coop.common.imports.widgets import widget_for
from loei_coop.thai.search import fold


class Column(Field):
    """`attribute`: the model field. Without a header it is the field's own name; `also` are other
    headers that people use. A file must have a required column, a new record a needed value. A
    readonly column is written to files and not read."""

    def __init__(
        self, attribute, *, header="", widget=None, also=(), required=False, needed=False, **kwargs
    ):
        super().__init__(attribute=attribute, column_name=header, widget=widget, **kwargs)
        self.has_widget = widget is not None
        self.header = header
        self.also = tuple(also)
        self.required = required
        self.needed = needed or required

    def bind(self, model: type[models.Model]) -> None:
        field = model._meta.get_field(self.attribute)
        self.column_name = self.header or field.verbose_name
        self.widget = self.widget if self.has_widget else widget_for(field)
        self.widget.bind(field)

    @property
    def attributes(self) -> tuple[str, ...]:
        """The columns of the table that a cell speaks of."""
        return self.widget.attributes

    def write(self, values: Mapping[str, Any]) -> Any:
        return self.widget.render(values)

    def export(self, instance, **kwargs):
        return self.write({name: getattr(instance, name) for name in self.attributes})

    def names(self, name: str) -> set[str]:
        """Folded headers by which the column `name` is known."""
        headers = [name, *self.also]
        for language in ("th", "en"):
            with override(language):
                headers.append(str(self.column_name))
        return {fold(header) for header in headers}
