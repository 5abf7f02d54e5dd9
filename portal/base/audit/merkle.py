"""The Merkle tree of RFC 6962 over a stream of leaves. Standard library only."""

from __future__ import annotations

import hashlib


def leaf(data: bytes) -> bytes:
    """Hash a leaf; the first byte keeps it apart from an inner node."""
    return hashlib.sha256(b"\x00" + data).digest()


def node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


class Tree:
    """Collects leaves one by one; holds one hash for each level."""

    def __init__(self) -> None:
        self.count = 0
        self._peaks: list[tuple[int, bytes]] = []

    def add(self, data: bytes) -> None:
        self.count += 1
        level, top = 0, leaf(data)
        while self._peaks and self._peaks[-1][0] == level:
            top = node(self._peaks.pop()[1], top)
            level += 1
        self._peaks.append((level, top))

    def root(self) -> bytes:
        """Return the hash over all leaves; that of no leaves is the hash of nothing."""
        if not self._peaks:
            return hashlib.sha256().digest()
        top = self._peaks[-1][1]
        for _, left in reversed(self._peaks[:-1]):
            top = node(left, top)
        return top
