"""A line to the broker that can be cut, left hanging or mended: a broker's bad hours."""

from __future__ import annotations

import contextlib
import os
import socket
import threading
from urllib.parse import urlsplit


class Line:
    """Passes bytes between a port of its own and the real broker, as long as it is well."""

    def __init__(self) -> None:
        broker = urlsplit(os.environ["REDIS_URL"])
        self._broker = (str(broker.hostname), broker.port or 6379)
        self._door = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self.is_hanging = False
        self.arrivals = 0
        port = self._door.getsockname()[1]
        login = f"{broker.username or ''}:{broker.password}@" if broker.password else ""
        # A number of its own: no worker of another test takes these tasks.
        number = 8 + int(os.environ.get("PYTEST_XDIST_WORKER", "gw0")[2:]) % 8
        self.url = f"redis://{login}127.0.0.1:{port}/{number}"
        threading.Thread(target=self._welcome, daemon=True).start()

    def cut(self) -> None:
        """End all connections; new ones are served: a broker that was restarted."""
        while self._open:
            end = self._open.pop()
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def close(self) -> None:
        """Refuse new connections: a broker that is down."""
        self._door.close()
        self.cut()

    def _welcome(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                guest, _ = self._door.accept()
                self.arrivals += 1
                host = socket.create_connection(self._broker)
                self._open += [guest, host]
                for source, target in ((guest, host), (host, guest)):
                    threading.Thread(target=self._pass, args=(source, target), daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                if not self.is_hanging:
                    target.sendall(data)
        self._end(source, target)

    @staticmethod
    def _end(*ends: socket.socket) -> None:
        for end in ends:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
