from django.urls import path

from loei_coop.news.views import files, pages

RELEASE = "news/<int:release_id>/"
PREVIEW = "news/preview/<str:token>/"

app_name = "news"
urlpatterns = [
    path("news/", pages.ReleaseList.as_view(), name="release-list"),
    path(RELEASE, pages.release_detail, name="release-detail"),
    path(f"{RELEASE}release.pdf", files.release_pdf, name="release-pdf"),
    path(f"{RELEASE}release.docx", files.release_docx, name="release-docx"),
    path(f"{RELEASE}share.png", files.share_picture, name="share-picture"),
    path(f"{RELEASE}photos/<int:photo_id>/<int:width>.jpg", files.photo, name="photo"),
    path(PREVIEW, pages.preview_page, name="preview"),
    path(
        f"{PREVIEW}photos/<int:photo_id>/<int:width>.jpg", files.preview_photo, name="preview-photo"
    ),
]
