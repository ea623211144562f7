# One practice: its card and its link.

practice-gone = I cannot show you this example. Perhaps it is no longer there, or it is not for your group.
practice-withdrawn = You withdrew this example. Only you can still see it.
practice-hidden = This example is hidden until a coordinator has looked.
practice-link =
    Send this link to a colleague:
    { $link }

    It leads to the example ‘{ $title }’. Only people who take part here and may see it, will see it.
practice-links =
    Send one of these links to a colleague.
    In the chat: { $chat }
    In the browser: { $browser }

    They lead to the example ‘{ $title }’. Only people who take part here and may see it, will see it.
