"""The verify address on a receipt: genuine or not, what became of it, nothing of the content."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from elections import submissions
from elections.lists import queries
from elections.models import Submission

app_name = "receipts"


@require_safe
@never_cache
def verify(request: HttpRequest, code: str) -> HttpResponse:
    """Tell number, party, contest, time, whether the list is unchanged and what became of it."""
    submission = get_object_or_404(
        Submission.objects.select_related(
            "key", "list__party", "list__contest__election", "list__contest__territory"
        ),
        receipt_code=code,
    )
    page = {
        "submission": submission,
        "contest": submission.list.contest,
        "party": queries.party_name(submission.list.party),
        "unchanged": submissions.is_unchanged(submission),
        "fates": queries.fates(submission),
        "practice": submission.list.contest.election.kind == "practice",
    }
    return render(request, "lists/verify.html", page)


urlpatterns = [path("verify/<slug:code>/", verify, name="verify")]
