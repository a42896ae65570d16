from django import template

from networks.telephones import to_dial

register = template.Library()
register.filter("to_dial", to_dial)
