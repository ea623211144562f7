"""Answers to taps, inline queries and file requests."""

from __future__ import annotations

from typing import Any

from tests.emulator import rules
from tests.emulator.chats import Json
from tests.emulator.params import Params
from tests.emulator.refusal import bad_request
from tests.emulator.world import Query, World

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
RESULT_LIMIT = 50
DOWNLOAD_LIMIT = 20 * 1024 * 1024


def answer_callback_query(world: World, params: Params) -> bool:
    """Answer a tap with a notice, an alert or nothing."""
    query = _query(world, params.text("callback_query_id"))
    notice = rules.alert(params.text("text"))
    answer = {
        "text": notice,
        "show_alert": params.flag("show_alert"),
        "url": params.text("url"),
    }
    query.answers.append(answer)
    query.signal.ring()
    world.accept("answerCallbackQuery", query.user, notice)
    return True


def answer_inline_query(world: World, params: Params) -> bool:
    """Answer an inline query with up to 50 results."""
    query = _query(world, params.text("inline_query_id"))
    results = params.json("results")
    if not isinstance(results, list):
        raise bad_request("can't parse inline query results JSON object")
    _results(results)
    query.answers.append(
        {
            "results": results,
            "cache_time": params.integer("cache_time", 300),
            "is_personal": params.flag("is_personal"),
            "next_offset": params.text("next_offset") or "",
            "button": params.json("button"),
        }
    )
    query.signal.ring()
    world.accept("answerInlineQuery", query.user, "\n".join(str(each.get("title", "")) for each in results))
    return True


def get_file(world: World, params: Params) -> Json:
    """Return where a file can be fetched."""
    file_id = params.text("file_id") or ""
    stored = world.files.get(file_id)
    if stored is None:
        raise bad_request("invalid file_id")
    if len(stored.data) > DOWNLOAD_LIMIT:
        raise bad_request("file is too big", blame=False)
    world.accept("getFile", None, file_id)
    return {
        "file_id": file_id,
        "file_unique_id": f"u{file_id}",
        "file_size": len(stored.data),
        "file_path": stored.path,
    }


def _query(world: World, query_id: str | None) -> Query:
    query = world.queries.get(query_id or "")
    if query is None or world.now() - query.time > world.query_lifetime:
        # A bot that was away cannot know; only an invented id is its own mistake.
        raise bad_request(TOO_OLD, blame=query is None)
    return query


def _results(results: list[Any]) -> None:
    if len(results) > RESULT_LIMIT:
        raise bad_request("RESULTS_TOO_MUCH")
    ids = [str(each.get("id", "")) for each in results]
    if len(set(ids)) < len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    if not all(1 <= len(each.encode()) <= rules.CALLBACK_LIMIT for each in ids):
        raise bad_request("RESULT_ID_INVALID")
    for result in results:
        _result(result)


def _result(result: Json) -> None:
    if not result.get("type"):
        raise bad_request("can't parse inline query result: type is missing")
    if result["type"] == "article" and not result.get("title"):
        raise bad_request("can't parse inline query result: article without title")
    content = result.get("input_message_content")
    if content is None:
        if result["type"] == "article":
            raise bad_request("can't parse inline query result: article without input_message_content")
    elif "message_text" in content:
        rules.message_text(content["message_text"], content.get("parse_mode"), content.get("entities"))
    if markup := result.get("reply_markup"):
        rules.inline_keyboard(markup.get("inline_keyboard"), private=False)
