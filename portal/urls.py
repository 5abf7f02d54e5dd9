from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from portal import views

urlpatterns = [
    path("", views.front_door, name="front-door"),
    path("healthz", views.healthz, name="healthz"),
    path("language/", include("django.conf.urls.i18n")),
    path("admin/", admin.site.urls),
    path("party/", include("parties.urls")),
    path("party/", include("elections.lists.urls")),
    path("party/", include("elections.notices.urls")),
    path("", include("elections.urls")),
    *i18n_patterns(
        path("", include("elections.public.urls")),
        path("", include("elections.lists.verify")),
    ),
]

handler400 = "portal.views.bad_request"
handler403 = "portal.views.forbidden"
handler404 = "portal.views.not_found"
handler500 = "portal.views.server_error"
