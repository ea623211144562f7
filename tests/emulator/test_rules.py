"""Telegram's limits, rule by rule."""

from __future__ import annotations

from typing import Any

import pytest

from tests.emulator import rules, spec
from tests.emulator.flood import Flood
from tests.emulator.html import parse_html, units
from tests.emulator.media import found_entities
from tests.emulator.refusal import RefusedError


def refusal(rule: Any, *args: Any, **kwargs: Any) -> str:
    with pytest.raises(RefusedError) as caught:
        rule(*args, **kwargs)
    return caught.value.description.removeprefix("Bad Request: ")


def test_units__counts_emoji_as_two() -> None:
    assert (units("abc"), units("é"), units("👍")) == (3, 1, 2)


def test_html__gives_plain_text_and_offsets_in_utf16() -> None:
    assert parse_html(
        '👍 <b>vet <i>schuin</i></b> &lt;a&gt; <a href="https://x.nl/?a=1&amp;b=2">hier</a>'
    ) == (
        "👍 vet schuin <a> hier",
        [
            {"type": "bold", "offset": 3, "length": 10},
            {"type": "italic", "offset": 7, "length": 6},
            {"type": "text_link", "url": "https://x.nl/?a=1&b=2", "offset": 18, "length": 4},
        ],
    )


def test_html__knows_code_with_a_language_spoilers_and_quotes() -> None:
    source = (
        '<pre><code class="language-python">x</code></pre><tg-spoiler>y</tg-spoiler>'
        '<span class="tg-spoiler">z</span><blockquote expandable>q</blockquote>'
    )
    plain, entities = parse_html(source)
    assert plain == "xyzq"
    assert [entity["type"] for entity in entities] == ["pre", "spoiler", "spoiler", "expandable_blockquote"]
    assert entities[0]["language"] == "python"


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("a <br>", 'Unsupported start tag "br" at byte offset 2'),
        ("é 1 < 2", 'Unsupported start tag "" at byte offset 5'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_html__refuses_what_telegram_refuses(source: str, reason: str) -> None:
    assert refusal(parse_html, source) == f"can't parse entities: {reason}"


def test_html__leaves_an_unknown_entity_as_it_is() -> None:
    assert parse_html("a &nbsp; & b") == ("a &nbsp; & b", [])


def test_text__has_1_to_4096_units_after_entities() -> None:
    assert rules.message_text("<b>" + "x" * 4096 + "</b>", "HTML")[0] == "x" * 4096
    assert refusal(rules.message_text, "x" * 4097, None) == "message is too long"
    assert refusal(rules.message_text, "👍" * 2049, None) == "message is too long"
    assert refusal(rules.message_text, "", None) == "message text is empty"
    assert refusal(rules.message_text, " \n", None) == "text must be non-empty"
    assert refusal(rules.message_text, "<b></b>", "HTML") == "text must be non-empty"


def test_text__is_trimmed_with_its_entities() -> None:
    assert rules.message_text("\n <b>x </b>\n", "HTML") == ("x", [{"type": "bold", "offset": 0, "length": 1}])


def test_text__is_read_as_html_only() -> None:
    assert refusal(rules.message_text, "*x*", "MarkdownV2").startswith("unsupported parse_mode")
    assert rules.message_text("<b>x</b>", None)[0] == "<b>x</b>"


def test_caption__has_up_to_1024_units() -> None:
    assert rules.caption(None, None) == ("", [])
    assert rules.caption("x" * 1024, None)[0] == "x" * 1024
    assert refusal(rules.caption, "x" * 1025, None) == "message caption is too long"


@pytest.mark.parametrize("data", ["x", "x" * 64, "é" * 32])
def test_callback_data__of_1_to_64_bytes_is_fine(data: str) -> None:
    rules.reply_markup({"inline_keyboard": [[{"text": "Ja", "callback_data": data}]]})


@pytest.mark.parametrize("data", ["", "x" * 65, "é" * 33, 7])
def test_callback_data__of_other_lengths_is_refused(data: object) -> None:
    markup = {"inline_keyboard": [[{"text": "Ja", "callback_data": data}]]}
    assert refusal(rules.reply_markup, markup) == "BUTTON_DATA_INVALID"


@pytest.mark.parametrize(
    ("button", "reason"),
    [
        ({"text": "Ja"}, "Text buttons are unallowed in the inline keyboard"),
        ({"text": "Ja", "callback_data": "a", "url": "https://x.nl"}, "more than one action"),
        ({"text": "", "callback_data": "a"}, "text buttons must have a text"),
        ({"text": "Ja", "callback_data": "a", "colour": "red"}, "unknown field colour"),
        ({"text": "Ja", "callback_data": "a", "style": "red"}, "invalid button style"),
        ({"text": "Ja", "url": "nergens"}, "Wrong HTTP URL"),
        ({"text": "Ja", "url": "javascript://x.nl"}, "Wrong HTTP URL"),
        ({"text": "Ja", "copy_text": {"text": "x" * 257}}, "BUTTON_COPY_TEXT_INVALID"),
        ({"text": "Ja", "web_app": {"url": "http://x.nl"}}, "Only HTTPS links are allowed"),
    ],
)
def test_inline_button__has_a_label_and_exactly_one_action(button: dict[str, Any], reason: str) -> None:
    assert reason in refusal(rules.inline_keyboard, [[button]])


@pytest.mark.parametrize("url", ["https://x.nl", "x.nl/pad", "tg://user?id=1", "http://localhost:8080/x"])
def test_button_url__may_be_any_web_or_telegram_address(url: str) -> None:
    rules.button_url(url)


def test_web_app__is_for_private_chats() -> None:
    button = {"text": "Open", "web_app": {"url": "https://x.nl"}}
    rules.inline_keyboard([[button]], private=True)
    assert refusal(rules.inline_keyboard, [[button]], private=False) == "BUTTON_TYPE_INVALID"
    assert "BUTTON_TYPE_INVALID" in refusal(rules.reply_keyboard, [[button]], private=False)


def test_reply_markup__is_of_one_kind() -> None:
    rules.reply_markup(
        {"keyboard": [["Ja", {"text": "Nummer", "request_contact": True}]], "resize_keyboard": True}
    )
    rules.reply_markup({"remove_keyboard": True})
    rules.reply_markup({"force_reply": True})
    assert "exactly one kind" in refusal(rules.reply_markup, {})
    assert "exactly one kind" in refusal(rules.reply_markup, {"keyboard": [], "force_reply": True})
    assert "must be true" in refusal(rules.reply_markup, {"remove_keyboard": False})
    assert "Array of Array" in refusal(rules.reply_markup, {"inline_keyboard": [{"text": "Ja"}]})
    assert "more than one action" in refusal(
        rules.reply_keyboard, [[{"text": "x", "request_contact": True, "request_location": True}]]
    )


def test_keyboard__has_up_to_8_in_a_row_and_100_in_all() -> None:
    button = {"text": "x", "callback_data": "x"}
    rules.inline_keyboard([[button] * 8] * 12)
    assert refusal(rules.inline_keyboard, [[button] * 9]) == "REPLY_MARKUP_TOO_LONG"
    assert refusal(rules.inline_keyboard, [[button]] * 101) == "REPLY_MARKUP_TOO_LONG"


def test_alert__has_up_to_200_units() -> None:
    assert rules.alert("x" * 200) == "x" * 200
    assert refusal(rules.alert, "x" * 201) == "MESSAGE_TOO_LONG"


def test_commands__have_plain_names_and_descriptions() -> None:
    rules.commands([{"command": "start", "description": "Begin"}])
    assert refusal(rules.commands, [{"command": "Start", "description": "Begin"}]) == "BOT_COMMAND_INVALID"
    assert "DESCRIPTION" in refusal(rules.commands, [{"command": "start", "description": ""}])


def test_start_code__has_1_to_64_of_the_plain_alphabet() -> None:
    assert rules.start_code("a_B-9" * 12)
    assert not rules.start_code("")
    assert not rules.start_code("a" * 65)
    assert not rules.start_code("a b")


def test_entities__are_found_in_what_people_type() -> None:
    found = found_entities("/start@kopgroep_bot 👍 @anna #les https://x.nl a@b.nl")
    assert [(each["type"], each["offset"], each["length"]) for each in found] == [
        ("bot_command", 0, 19),
        ("mention", 23, 5),
        ("hashtag", 29, 4),
        ("url", 34, 12),
        ("email", 47, 6),
    ]


def test_flood__paces_a_chat_a_group_and_all() -> None:
    flood = Flood(per_chat=1, chat_burst=1, overall=30, overall_burst=30, group_per_minute=20)
    flood.check(1, 0.0)
    with pytest.raises(RefusedError, match="Too Many Requests: retry after 1"):
        flood.check(1, 0.5)
    flood.check(1, 1.0)
    for _ in range(20):
        flood.check(-1, 10.0)
    with pytest.raises(RefusedError, match="retry after 3"):
        flood.check(-1, 10.0)
    for chat in range(30):
        flood.check(100 + chat, 100.0)
    with pytest.raises(RefusedError, match="Too Many Requests"):
        flood.check(200, 100.0)


def api() -> spec.Spec:
    fields = [
        {"name": "chat_id", "types": ["Integer", "String"], "required": True},
        {"name": "silent", "types": ["Boolean"], "required": False},
        {"name": "markup", "types": ["Markup"], "required": False},
        {"name": "photo", "types": ["InputFile", "String"], "required": True},
    ]
    rows = {"name": "rows", "types": ["Array of Array of Button"], "required": True}
    text = {"name": "text", "types": ["String"], "required": True}
    types = {"Markup": {"fields": [rows]}, "Button": {"fields": [text]}}
    return spec.Spec({"methods": {"send": {"fields": fields}}, "types": types})


@pytest.mark.parametrize(
    ("values", "problems"),
    [
        ({"chat_id": "5", "silent": "true", "markup": '{"rows":[[{"text":"x"}]]}'}, []),
        ({}, ["chat_id is required"]),
        ({"chat_id": 5, "colour": "red"}, ["colour is not a parameter of send"]),
        ({"chat_id": 5, "silent": "maybe"}, ["silent: boolean expected"]),
        ({"chat_id": 5, "markup": {"rows": [[{"label": "x"}]]}}, ["markup: rows: Button without text"]),
        ({"chat_id": 5, "markup": {"rows": {}}}, ["markup: rows: array expected"]),
    ],
)
def test_spec__finds_what_the_bot_api_does_not_know(values: dict[str, Any], problems: list[str]) -> None:
    assert api().problems("send", values, {"photo": b"x"}) == problems


def test_spec__misses_a_file_that_is_required() -> None:
    assert api().problems("send", {"chat_id": 5}, {}) == ["photo is required"]


@pytest.mark.skipif(spec.load() is None, reason="the description of the Bot API is not at hand")
def test_spec__knows_every_method_of_the_emulator() -> None:
    from tests.emulator.server import METHODS, WAITING

    known = spec.load()
    assert known is not None
    for method in [*METHODS, *WAITING]:
        assert not [each for each in known.problems(method, {}, {}) if not each.endswith("is required")]


@pytest.mark.skipif(spec.load() is None, reason="the description of the Bot API is not at hand")
def test_spec__accepts_a_keyboard_with_bare_strings() -> None:
    known = spec.load()
    assert known is not None
    good = {"chat_id": 1, "text": "x", "reply_markup": '{"keyboard":[["Ja",{"text":"Nee"}]]}'}
    assert known.problems("sendMessage", good, {}) == []
    bad = {"chat_id": 1, "text": "x", "reply_markup": {"inline_keyboard": [[{"text": "x", "data": "y"}]]}}
    assert len(known.problems("sendMessage", bad, {})) == 1
