"""Property tests must not fail because a machine is busy: no deadlines here."""

from hypothesis import HealthCheck, Phase, settings

LAW = settings(deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("law", LAW)
# For `make coverage`: the examples that a test names and none that are drawn.
settings.register_profile("named", LAW, phases=[Phase.explicit])
# For `make mutants`: always the same examples, and none is made simpler once a test fails.
settings.register_profile(
    "same", LAW, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate]
)
settings.load_profile("law")
