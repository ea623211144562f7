"""The pages on which a coordinator hands over a file: it becomes a document in the conversation.

One is for practices, one for a picture or document with a message to a group; what is done with it is up to
the conversation that is open.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.channels.web.pages import Pages
from bot.channels.web.security import MOST_BYTES
from bot.channels.web.site import Site, Visitor
from domain.attachments import MIMES, MOST
from domain.importing import HANDED, MOST_HANDED
from handlers.kit import FileRef, Kind

MOST_BODY = MOST_HANDED * 1_000_000 + MOST_BYTES  # the file and what stands around it


class _InMemory(MultiPartParser):
    """Keeps a file in memory: what nobody guarded must not be on disk, not even for a moment."""

    spool_max_size = MOST_BODY


@dataclass(frozen=True)
class Handing:
    """What such a page is for: its template, which is also its address, and what may be chosen there."""

    name: str
    kinds: tuple[str, ...]
    most: int  # megabytes


IMPORT = Handing("import", HANDED, MOST_HANDED)
ATTACH = Handing("attach", tuple(MIMES), MOST)


class Importing:
    """The routes that ask for a file and take it."""

    def __init__(self, site: Site, pages: Pages, handing: Handing) -> None:
        self.site = site
        self.pages = pages
        self.handing = handing

    async def ask(self, request: Request) -> Response:
        """Answer GET: which file, and what happens with it."""
        visitor = await self.site.visitor(request)
        return self._refused(request, visitor) or self._page(request, visitor)

    async def take(self, request: Request) -> Response:
        """Answer POST: let a turn take the file as a document, and go back to the conversation."""
        visitor = await self.site.visitor(request)
        if (refused := self._refused(request, visitor)) is not None:
            return refused
        assert visitor is not None
        form_id, name, data = await _given(request)
        if not name:
            return self._page(request, visitor, 422, "web-import-none")
        uploads = self.site.engine.world.uploads
        reference = uploads.keep(data, self.site.now())
        file = FileRef(name, len(data), reference)
        taken = await self.site.engine.handle(
            self.site.incoming(visitor, form_id, kind=Kind.document, file=file)
        )
        if not taken.known or taken.refused:
            uploads.drop(reference)  # sent twice, or not looked at
        if taken.refused:
            return self._page(request, visitor, 429, "web-slow-down")
        return self.pages.parting(request, taken) if taken.says else RedirectResponse("/", 303)

    def _refused(self, request: Request, visitor: Visitor | None) -> Response | None:
        if visitor is None:
            return self.pages.notice(request, "web-expired", 401, paste=True)
        return None

    def _page(
        self, request: Request, visitor: Visitor | None, status: int = 200, trouble: str = ""
    ) -> Response:
        return self.pages.page(
            self.handing.name,
            self.site.language(request, visitor),
            status,
            visitor,
            form_id=secrets.token_urlsafe(16),
            most=self.handing.most,
            kinds=",".join(self.handing.kinds),
            trouble=trouble,
        )


async def _given(request: Request) -> tuple[str, str, bytes]:
    """Return the name of the form, the same when it is sent again; and of the file its name and bytes."""
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise HTTPException(400)
    try:
        form = await _InMemory(request.headers, request.stream(), max_files=1, max_fields=4).parse()
    except MultiPartException:
        raise HTTPException(400) from None
    try:
        form_id, file = form.get("id"), form.get("file")
        if not isinstance(form_id, str) or not 16 <= len(form_id) <= 64:
            raise HTTPException(400)
        if not isinstance(file, UploadFile) or not file.filename:
            return form_id, "", b""
        return form_id, file.filename, await file.read()
    finally:
        await form.close()
