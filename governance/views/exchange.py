"""The public pages on what organizations learn from one another."""

from django.http import Http404
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.generic import ListView

from governance import exchange_pages, materials
from governance.filters import PracticeFilter, selects
from governance.models import Forum, Practice, PracticeMaterial, Topic
from loei_coop.common.errors import NotFound
from loei_coop.common.pagination import page_links


class PracticeList(ListView):
    """By topic; the address is the state of its filters."""

    http_method_names = ["get", "head"]
    template_name = "governance/exchange/practice_list.html"
    paginate_by = 30

    def get_queryset(self):
        self.filterset = PracticeFilter(self.request.GET, Practice.objects.public())
        # A value that is not offered is left out, so that an old address still finds something.
        self.filterset.form.is_valid()
        return self.filterset.qs.with_names().by_topic()

    def paginate_queryset(self, queryset, page_size):
        try:
            return super().paginate_queryset(queryset, page_size)
        except Http404 as error:
            raise NotFound(_("The list of practices has no page of this number.")) from error

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        chosen = {name: v for name, v in self.filterset.form.cleaned_data.items() if v}
        links = page_links(
            context["page_obj"], lambda page: f"?{urlencode({**chosen, 'page': page})}"
        )
        return {
            **context,
            "selects": selects(self.filterset),
            "is_filtered": bool(chosen),
            "page_links": links,
            "has_samples": self.filterset.qs.with_samples(),
            "forum": Forum.objects.public().latest_first().first(),
        }


@require_safe
def practice_detail(request, number):
    practice = shared_practice(number)
    context = {
        "practice": practice,
        "award": exchange_pages.award_of(practice),
        "materials": practice.materials.all(),
        "told_at": exchange_pages.told_at(practice),
    }
    return render(request, "governance/exchange/practice_detail.html", context)


def shared_practice(number: int) -> Practice:
    rows = Practice.objects.public().with_names().select_related("source")
    practice = rows.filter(pk=number).first()
    if practice is None:
        raise NotFound(_("No practice of this number is shared."))
    return practice


@require_safe
def practice_material(request, number, material_number):
    rows = PracticeMaterial.objects.filter(practice__in=Practice.objects.public())
    row = rows.filter(practice=number, pk=material_number).exclude(file="").first()
    if row is None:
        raise NotFound(_("There is no such material."))
    return materials.response(row)


@require_safe
def practice_topic(request, topic_code):
    topic = Topic.objects.select_related("standard").filter(code=topic_code).first()
    if topic is None:
        raise NotFound(_("There is no topic of this name."))
    context = {"page": exchange_pages.topic_page(topic)}
    return render(request, "governance/exchange/practice_topic.html", context)


@require_safe
def forum_list(request):
    forums = Forum.objects.public().with_names().latest_first()
    context = {"forums": forums.prefetch_related("hosts")}
    return render(request, "governance/exchange/forum_list.html", context)


@require_safe
def forum_detail(request, forum_code):
    forum = Forum.objects.public().with_names().filter(code=forum_code).first()
    if forum is None:
        raise NotFound(_("No forum of this name was announced."))
    context = {"page": exchange_pages.forum_page(forum)}
    return render(request, "governance/exchange/forum_detail.html", context)
