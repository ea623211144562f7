# One practice: its card and its link.

practice-gone = I cannot show you this card. Perhaps it is no longer there, or it is not for your group.
practice-withdrawn = You withdrew this card. Only you can still see it.
practice-hidden = This card is hidden. A coordinator looks at it first.
practice-link =
    Send this link to a colleague:
    { $link }

    It opens the card '{ $title }'. Only people who take part here and may see the card, will see it.
practice-links =
    Send one of these links to a colleague.
    In the chat: { $chat }
    In the browser: { $browser }

    They open the card '{ $title }'. Only people who take part here and may see the card, will see it.
