from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from elections.models import guards
from elections.models.party_list import PartyList
from parties.models import User
from portal.base import audit
from portal.base.crypto import EncryptedTextField


@audit.tracked(private=("public_body", "private_body", "nonce"))
class Submission(models.Model):
    """A list as it was handed in: immutable, numbered, with a digest that the receipt bears."""

    list = models.ForeignKey(
        PartyList, models.PROTECT, related_name="submissions", verbose_name=_("party list")
    )
    number = models.PositiveIntegerField(_("number"))
    # Canonical JSON; the public half is what may be published once the list is registered.
    public_body = models.TextField(_("public half"))
    # Ciphertext under a key of its own (SubmissionKey): destroying the key erases it.
    private_body = models.TextField(_("private half"))
    # Random: a digest over one unknown IIN could be guessed.
    nonce = models.CharField(_("nonce"), max_length=64)
    digest = models.CharField(_("digest"), max_length=64)
    # 128 random bits in the verify address on the receipt.
    receipt_code = models.CharField(_("code of the receipt"), max_length=32, unique=True)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("by"))
    factor = models.CharField(_("second factor"), max_length=40, null=True, blank=True)  # noqa: DJ001
    # The newest seal of the audit record at that moment: a rewritten row contradicts the paper.
    seal = models.CharField(_("newest seal"), max_length=64, blank=True)

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        triggers: ClassVar = guards.immutable("submission")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["list", "number"], name="submission_number_unique"),
            models.UniqueConstraint(fields=["id", "list"], name="submission_with_its_list"),
            models.CheckConstraint(condition=Q(number__gt=0), name="submission_number_above_zero"),
            models.CheckConstraint(
                condition=Q(digest__regex=r"^[0-9a-f]{64}$"), name="submission_digest_sha256"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.list}, {self.number}"


@audit.tracked()
class SubmissionKey(models.Model):
    """The key of one submission's private half; deleting the row erases that half for ever."""

    submission = models.OneToOneField(
        Submission, models.PROTECT, related_name="key", verbose_name=_("submission")
    )
    wrapped_key = EncryptedTextField(_("wrapped key"))

    class Meta:
        verbose_name = _("key of a submission")
        verbose_name_plural = _("keys of submissions")

    def __str__(self) -> str:
        return f"{self.submission}"
