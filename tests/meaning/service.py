"""A small service that makes vectors, on this machine: the same text always gets the same one."""

from __future__ import annotations

import hashlib
import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import numpy as np

SIZE = 96
# Words that mean the same to this service, and to nobody else.
SAME = ({"inbraak", "blurzig"}, {"woning", "quazimo"}, {"slot", "vlemfort"})
_CONCEPTS = {word: f"concept {number}" for number, words in enumerate(SAME) for word in words}


def vector_of(text: str) -> list[float]:
    """Return the sum of a direction per word; words that mean the same have the same one."""
    total = np.full(SIZE, 0.05)
    for word in re.findall(r"\w{4,}", text.lower()):
        concept = _CONCEPTS.get(word)
        seed = hashlib.sha256((concept or word).encode()).digest()
        direction = np.random.default_rng(int.from_bytes(seed[:8], "little")).standard_normal(SIZE)
        total += direction * (4.0 if concept else 0.4) / SIZE**0.5
    return [float(number) for number in total]


class Service:
    """Answers as it is told to, and remembers what it was asked."""

    def __init__(self) -> None:
        self.mood = "well"
        self.asked: list[str] = []
        self.calls = 0
        self.keys: set[str] = set()
        self.models: set[str] = set()
        self.go_on = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def start(self) -> None:
        """Answer from now on."""
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        """Die: nobody answers there any more."""
        self.go_on.set()
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                service.calls += 1
                service.asked.extend(body["input"])
                service.models.add(body["model"])
                service.keys.add(self.headers.get("Authorization", ""))
                status, said = service.answer(body["input"])
                self.send_response(status)
                if status == 302:
                    self.send_header("Location", f"{service.url}/elsewhere")
                self.send_header("Content-Length", str(len(said)))
                self.end_headers()
                with suppress(OSError):  # whoever asked may have left
                    self.wfile.write(said)

            def log_message(self, *_: Any) -> None:
                pass

        return Handler

    def answer(self, texts: list[str]) -> tuple[int, bytes]:
        """Return a status and a body, as the mood is."""
        rows: list[dict[str, Any]] = [
            {"index": number, "embedding": vector_of(text)} for number, text in enumerate(texts)
        ]
        match self.mood:
            case "hangs":
                self.go_on.wait(20)
            case "errs":
                return 500, b"{}"
            case "sends on":
                return 302, b""
            case "refuses":
                return 401, b"{}"
            case "babbles":
                return 200, b"<html>Welcome</html>"
            case "is another shape":
                return 200, b'{"data": {"embedding": 7}}'
            case "is short":
                rows = [{**row, "embedding": row["embedding"][:7]} for row in rows]
            case "is no number":
                return 200, json.dumps({"data": rows}).replace("0.", "NaN, 0.", 1).encode()
            case "is nothing":
                rows = [{**row, "embedding": [0.0] * SIZE} for row in rows]
            case "forgets one":
                rows = rows[:-1]
            case "is endless":
                return 200, b"[" + b"0," * 5_000_000
            case "is backwards":
                rows.reverse()
            case "dislikes one" if any("Kanariepiet" in text for text in texts):
                return 400, b"{}"
        return 200, json.dumps({"data": rows}).encode()


@contextmanager
def serving() -> Iterator[Service]:
    """Run a service for as long as it is needed."""
    service = Service()
    service.start()
    try:
        yield service
    finally:
        service.stop()
