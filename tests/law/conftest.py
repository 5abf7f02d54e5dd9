"""Property tests must not fail because a machine is busy: no deadlines here."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "law", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("law")
