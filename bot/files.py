"""Files that go with a message, made after the commit from the values that were stored."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from bot.pictures import PAINTER
from bot.worker import Worker
from domain.attachments import ATTACHED
from domain.delivery import OWN_DATA
from storage import attachments


@dataclass(frozen=True)
class MadeFile:
    """A file as a channel sends it."""

    name: str
    data: bytes
    mime: str

    @property
    def picture(self) -> bool:
        """Whether it can be shown as a picture."""
        return self.mime in ("image/png", "image/jpeg")


def draw_qr(text: str, kind: str = "png") -> bytes:
    """Draw a text, usually a link, as a QR code: "png" or "svg"."""
    import segno

    drawn = io.BytesIO()
    segno.make(text, error="m", micro=False).save(drawn, kind=kind, scale=8, border=4)
    return drawn.getvalue()


def _qr(values: Mapping[str, Any]) -> MadeFile:
    """Draw `values["text"]`."""
    return MadeFile(f"{values.get('name', 'qr')}.png", draw_qr(str(values["text"])), "image/png")


def _document(values: Mapping[str, Any]) -> MadeFile:
    """Write `values["text"]` into a file called `values["name"]`."""
    mime = str(values.get("mime", "text/plain; charset=utf-8"))
    return MadeFile(str(values["name"]), str(values["text"]).encode(), mime)


def _own_data(values: Mapping[str, Any]) -> MadeFile:
    """Write all that is kept about somebody: as a page to read, or as JSON."""
    name = f"kopgroep-{str(values['made'])[:10]}"
    if values["form"] == "json":
        shown = json.dumps({"made": values["made"], **values["data"]}, ensure_ascii=False, indent=2)
        return MadeFile(f"{name}.json", shown.encode(), "application/json")
    from bot.own_data_page import own_data_page

    return MadeFile(f"{name}.html", own_data_page(values).encode(), "text/html; charset=utf-8")


PAGE = b"""
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set page(paper: "a4", margin: 2.5cm)
#set text(size: 11pt, lang: data.language)
= #data.title
#data.about
#for section in data.sections [
  == #section.heading
  #for line in section.lines [- #line]
]
"""


def _page(values: Mapping[str, Any]) -> MadeFile:
    """Set headings with lines as a PDF. What people wrote comes in as data, and is never read as markup."""
    import typst

    made = typst.compile(PAGE, format="pdf", sys_inputs={"data": json.dumps(dict(values))})
    assert isinstance(made, bytes)
    return MadeFile(str(values.get("name", "kopgroep.pdf")), made, "application/pdf")


# A maker reads its library itself: few files are made, and every start would wait for all of them.
# It runs in a thread of its own and knows nothing but the values; a new kind is one line here.
FILE_MAKERS: dict[str, Callable[[Mapping[str, Any]], MadeFile]] = {
    "qr": _qr,
    "document": _document,
    OWN_DATA: _own_data,
    "page": _page,
}


Load: TypeAlias = "Callable[[str], Awaitable[MadeFile | None]]"


class FileForgotten(Exception):
    """A file was kept as long as it may be."""


def loading(worker: Worker) -> Load:
    """Return how to read what somebody attached, by the name it has in storage."""

    async def load(name: str) -> MadeFile | None:
        found = await worker.read(attachments.content, name)
        return MadeFile(found[0], found[2], found[1]) if found else None

    return load


async def make_file(file: Mapping[str, Any], load: Load) -> MadeFile:
    """Make the file that a stored message describes; the texts among its values are in words already."""
    if file["kind"] == ATTACHED:
        kept = await load(file["values"]["id"])
        if kept is None:
            raise FileForgotten
        return kept
    if file["kind"] == "chart":
        return MadeFile("kopgroep.png", await PAINTER.draw(file["values"]), "image/png")
    return await asyncio.to_thread(FILE_MAKERS[file["kind"]], file["values"])
