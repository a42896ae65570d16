from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.generic import ListView

from loei_coop.common.errors import NotFound
from loei_coop.common.pagination import page_links
from loei_coop.news import preview
from loei_coop.news.article import article_of, line_text, share_links, summary_of, thai_address
from loei_coop.news.filters import ReleaseFilter, selects
from loei_coop.news.models import PressRelease
from loei_coop.news.structured_data import of_release
from networks.models import Agency

GONE = 410


class ReleaseList(ListView):
    """The latest first; the address is the state of its filters."""

    http_method_names = ["get", "head"]
    template_name = "news/pressrelease_list.html"
    paginate_by = 20

    def get_queryset(self):
        public = PressRelease.objects.public().with_year()
        self.filterset = ReleaseFilter(self.request.GET, public)
        # A value that is not offered is left out, so that an old address still finds something.
        self.filterset.form.is_valid()
        return self.filterset.qs.for_lists().latest_first()

    def paginate_queryset(self, queryset, page_size):
        try:
            return super().paginate_queryset(queryset, page_size)
        except Http404 as error:
            raise NotFound(_("The list of news has no page of this number.")) from error

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        rows = context["object_list"]
        return {
            **context,
            "selects": selects(self.filterset),
            "page_links": page_links(context["page_obj"], self.address_of_page),
            "ignored": [self.filterset.filters[name].label for name in self.filterset.form.errors],
            "is_filtered": any(self.filterset.form.cleaned_data.values()),
            "has_samples": any(row.is_sample for row in rows),
        }

    def address_of_page(self, page: int) -> str:
        chosen = {name: v for name, v in self.filterset.form.cleaned_data.items() if v}
        return f"?{urlencode({**chosen, 'page': page})}"


@require_safe
def release_detail(request, release_id):
    release = PressRelease.objects.known().with_names().filter(pk=release_id).first()
    if release is None:
        raise NotFound(_("No release of the office has this address."))
    if release.is_withdrawn:
        return withdrawn(request, release)
    public = PressRelease.objects.public().for_lists()
    address = request.build_absolute_uri(thai_address(release))
    context = {
        **page_of(release, "news:photo"),
        "earlier": public.before(release),
        "later": public.after(release),
        "line_text": line_text(release, address),
        "share": share_links(request.build_absolute_uri(request.path)),
        "share_picture": share_picture(request, release),
    }
    if not release.is_sample:
        context["structured_data"] = of_release(
            release,
            Agency.objects.office(),
            url=request.build_absolute_uri(request.path),
            picture=context["share_picture"],
        )
    return render(request, "news/pressrelease_detail.html", context)


def page_of(release, photo_page, *names) -> dict:
    """What the page of a release and its preview share."""

    def photo_address(photo, width):
        return reverse(photo_page, args=[*(names or [release.pk]), photo.pk, width])

    return {
        "release": release,
        "article": article_of(release, photo_address),
        "summary": summary_of(release),
    }


def share_picture(request, release) -> str:
    return request.build_absolute_uri(reverse("news:share-picture", args=[release.pk]))


def withdrawn(request, release):
    """410: people read when and why, search engines and feeds forget the page for good."""
    return render(request, "news/withdrawn.html", {"release": release}, status=GONE)


@require_safe
@never_cache
def preview_page(request, token):
    """For who has the secret link. Once it is published, the link leads to its page."""
    release = preview.opened(token)
    if release.is_out:
        return redirect(release)
    response = render(request, "news/preview.html", page_of(release, "news:preview-photo", token))
    response["X-Robots-Tag"] = "noindex"
    return response
