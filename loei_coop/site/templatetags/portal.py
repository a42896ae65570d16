import json

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()

# What would end the element or begin another; the same as Django's json_script.
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.filter
def json_ld(data):
    text = SafeString(json.dumps(data, ensure_ascii=False).translate(ESCAPES))
    return format_html('<script type="application/ld+json">{}</script>', text)
