"""Texts that are made to break out of wherever they are put: markup, formulas, operators, signs, numbers."""

from __future__ import annotations

import random

FAMILIES: dict[str, tuple[str, ...]] = {
    "markup": (
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        '"><svg/onload=alert(1)>',
        "' onmouseover='alert(1)",
        '</b><a href="javascript:alert(1)">hier</a>',
        "</p></div><iframe src=//evil.example>",
        "<b",
        "<b>vet",
        "</i>",
        "<tg-spoiler>x</tg-spoiler>",
        '<a href="tg://user?id=1">Carla</a>',
        "&lt;b&gt;",
        "&amp;lt;",
        "&#60;script&#62;",
        "&#x3C;b&#x3E;",
        "&nbsp;&copy;&unknown;",
        "<!--",
        "-->",
        "]]>",
        "<![CDATA[",
        "<?php echo 1 ?>",
        "<textarea>",
        "</textarea><script>",
        "</title><script>",
        "<style>*{display:none}",
        "\x3cscript\x3e",
    ),
    "templates": (
        "{ $name }",
        "{ -term }",
        '{"}"}',
        "{ $x -> [one] a *[other] b }",
        "key = value\n .attr = x",
        '{ NUMBER($x, style: "percent") }',
        "\\u{1F600}",
        "{{ 7*7 }}",
        "{% raw %}",
        "${7*7}",
        "#{7*7}",
        "{0.__class__}",
        "%s%n%(x)s",
        "#let x = 1\n#panic()",
        "#[*vet*]",
        "$ x^2 $",
    ),
    "marks": (
        "*vet*",
        "_schuin_ **dubbel**",
        "*_door elkaar*_",
        "[hier](https://evil.example)",
        "`code`",
        "~weg~ ||stil||",
        "https://evil.example/\"onclick='a'",
        "https://evil.example/<b>x</b>",
        "https://evil.example/&quot;&gt;<svg>",
        "javascript:alert(1)",
        "data:text/html,<script>",
        "http://a*b*c_d_",
    ),
    "operators": (
        '"a" OR b',
        "NEAR(a b, 5)",
        "title:*",
        "a & !b | (c:*",
        "^a AND NOT b*",
        "{a b} : c",
        "-a +b",
        "'a' <-> 'b'",
        "a\\",
        "%_%",
    ),
    "statements": (
        "'; DROP TABLE members;--",
        "' OR '1'='1",
        '" UNION SELECT * FROM sessions --',
        "1); DELETE FROM votes; --",
        ":name $1 ? %s",
        "\\'; SELECT pg_sleep(10)",
    ),
    "formulas": (
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "'=1",
        "''=1",
        '=HYPERLINK("http://evil.example";"klik")',
        "=cmd|' /C calc'!A0",
        "＝1+1",
        "＋1",
        "－1",
        "＠x",
        "|calc",
        " =1",
        "\ufeff=1",
        "\u200b=1",
        "{=1+1}",
        '=1";=1',
        '";=1',
        "a;=1\n=2",
    ),
    "signs": (
        "\x00",
        "a\x00b",
        "\x01\x02\x07\x08",
        "\x1b[31m\x1b]0;x\x07",
        "\x7f\x85\x9b",
        "\u202eneerhcs\u202c",
        "\u2066\u2067\u2069",
        "\u200b\u200c\u200d\u2060\ufeff",
        "\u2028\u2029",
        "\ue000\ufff9\ufffe\uffff",
        "\U000e0041\U000e007f",
        "A\u0301\u0302\u0303\u0304" * 5,
        "\r\nX-Evil: 1",
        "\u3164\u115f",
        "ＡＢ＜ｂ＞",
        "\u2039b\u203a",
    ),
    "numbers": (
        "9" * 400,
        "1e999",
        "-0",
        "NaN",
        "Infinity",
        "0x41",
        "1_000",
        "٣٤",
        "²",
        "1,5",
        "-" + "1" * 30,
    ),
    "emoji": (
        "👨‍👩‍👧‍👦",
        "🏳️‍🌈",
        "🇳🇱🇧🇪",
        "☺️",
        "👍🏽" * 20,
        "#️⃣",
        "\U0001f469\u200d",
        "😀" * 300,
        "\ufe0f\ufe0f",
    ),
    "places": (
        "../../etc/passwd",
        "..\\..\\x.bat",
        "/etc/passwd",
        "C:\\x.pdf",
        'a";filename="b.html',
        "CON.csv",
        ".htaccess",
        "a\r\nSet-Cookie: b=1",
        "x.pdf\x00.exe",
        "\u202efdp.exe",
        "~root",
        "$(id)",
        "`id`",
        "-rf",
        "a/../b",
    ),
}
PLAIN = ("rust", "Anna zei", "bel samen.", "Niet bij haast", "één keer", "x")


def hostile(chance: random.Random, most: int = 400) -> str:
    """Return a text of one to four of these, perhaps among ordinary words or often over."""
    parts = [chance.choice(FAMILIES[chance.choice(sorted(FAMILIES))]) for _ in range(chance.randint(1, 4))]
    parts += chance.sample(PLAIN, chance.randint(0, 2))
    if chance.random() < 0.7:
        chance.shuffle(parts)
    text = chance.choice(["", "", " ", " ", "\n", "\t"]).join(parts)
    if chance.random() < 0.05:
        text *= chance.randint(2, 200)
    return text[: most if chance.random() < 0.97 else 9000]


def one_of_each() -> list[str]:
    """Return every text once, alone."""
    return [text for family in FAMILIES.values() for text in family]


def storable(text: str) -> str:
    """Return text without halves of characters, which no channel can say."""
    return text.encode("utf-8", "replace").decode()
