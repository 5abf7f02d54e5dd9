"""Run all benchmarks or those named: python -m bench [allocation …]; status 1: over a limit."""

from __future__ import annotations

import pkgutil
import sys
from importlib import import_module

import bench

NOT_BENCHMARKS = {"__main__", "database", "harness", "nation", "worker"}


def main(names: list[str]) -> int:
    """Import each benchmark and call its `main`, which returns whether it kept its limits."""
    known = sorted(
        {module.name for module in pkgutil.iter_modules(bench.__path__)} - NOT_BENCHMARKS
    )
    unknown = [name for name in names if name not in known]
    if unknown:
        print(f"no benchmark {', '.join(unknown)}; there are {', '.join(known)}", file=sys.stderr)
        return 2
    kept = [import_module(f"bench.{name}").main() for name in names or known]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
