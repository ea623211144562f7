# The chat page in the browser: everything the page itself says.

web-name = Kopgroep
web-skip = To the message you are typing
web-menu = Menu
web-menu-signed-in = You are { $name }
web-profile = My profile
web-help = Help
web-device = Also on another device
web-sign-out = Sign out
web-import = Import a file
web-attach = Add a photo or PDF
web-conversation = Conversation
web-older = Earlier messages
web-to-newest = To the newest messages
web-nothing-older = This is the start of your conversation.
web-no-lines = Your conversation will be here. Just type your question, as you would text a colleague.
web-box = Your message
web-placeholder = Type your message …
web-send = Send
web-privacy-hint = Do not give names or addresses of residents.
web-said-bot = Kopgroep says:
web-said-you = You said:
web-sending = Sending …
web-not-sent = Not sent.
web-try-again = Try again
web-tap-failed = That did not work, because there is no connection. Press the button once more.
web-offline = No connection. I keep trying. What you type stays here.
web-online = The connection is back.
web-new-message = New message
web-too-long = Your message is too long. It may have { $most } characters. Your text is still there: make it shorter, or send it in parts.
web-left-over = { $count } characters left.
web-signed-out = You are signed out here. What you typed is still there.
web-sign-in-again = Sign in again
web-open-practice = See this example
web-picture = QR code. The link is in the message too.
web-download = Download the file
web-to-chat = To your conversation
web-back = Back to your conversation
web-to-start = To the start

web-paste-label = Were you given a link or code? Paste it here.
web-paste-button = Continue

web-entry =
    Kopgroep is a conversation in which frontline colleagues tell each other what worked.

    You come in with a link from your coordinator. Open that link on this device.

    Did you take part already? Then make a sign-in link on a device where you are still signed in: Menu, Also on another device.
    .title = You need an invitation
web-expired =
    You signed out here, or have not used this browser for 90 days. Your conversation is still there.

    Make a sign-in link on a device where you are still signed in: Menu, Also on another device. No such device? Ask your coordinator for a new invitation.
    .title = You are no longer signed in
web-practice =
    Somebody shared an example from Kopgroep with you. You can read it once you take part.

    You come in with a link from your coordinator. Then open the link to the example once more.
    .title = This example is for members
web-broken = The link has expired, was used already, or is not complete. Copy it once more, or ask your coordinator for a new one.
    .title = This invitation does not work
web-link-used = A sign-in link works once, for five minutes at most. Make a new one on a device where you are signed in: Menu, Also on another device.
    .title = This sign-in link no longer works
web-out = Nothing of your conversation is left on this device. On your other devices you stay signed in.
    .title = You are signed out
web-missing = Perhaps the link is not complete, or this is no longer there.
    .title = This page does not exist
web-bad = The page sent something I cannot read. Reload the page and try again.
    .title = I do not understand that
web-elsewhere = I did nothing, because the request came from somewhere else. Go back to your conversation and try it there.
    .title = This did not come from this page
web-too-large = One message may be 64 kB at most, and a file 5 MB. Nothing was sent. Go back: your text is still there.
    .title = That is too much at once
web-too-often = Too many links that do not work were tried from this place. Wait a few minutes and open your link once more.
    .title = Please wait
web-slow-down = Too much comes in from you now, so I did not read this. Wait half a minute and then send it once more.
    .title = Please wait
web-away = The database cannot be reached. Nothing was stored and nothing is lost. Try again in a minute. Does it stay so? Give your administrator the code { $code }.
    .title = I cannot get to it just now
web-broke = I stored nothing. Try again in a while. Does it keep going wrong? Give your administrator the code { $code }.
    .title = Something went wrong on my side

web-join-title = Join Kopgroep
web-join-organisation = You are invited by { $organisation }.
web-join-role = Your role: { $role }.
web-join-what = In Kopgroep, frontline colleagues tell each other what worked. You ask a question in your own words, or share something that helps somebody else.
web-join-free = Taking part is your choice. You first read what I keep about you. Then you decide.
web-join-name = Your first name
web-join-name-why = This is how I address you. With what you share, you choose whether your name is shown.
web-join-name-missing = Fill in your first name. Then I know what to call you.
web-join-language = Language of the conversation
web-join-button = Start
web-join-already = You are signed in here already, as { $name }. Did you get this link for another role? Then use the invitation.
web-join-already-use = Use the invitation
web-join-already-other = Are you somebody else? Sign out first.

web-device-title = Also on another device
web-device-how = Scan this code with the other device, or open the link there. You will see the same conversation.
web-device-chat = Or go on in Telegram, as the same person
web-device-once = A link works once, for { $minutes } minutes. Do not give it to anybody: whoever opens it gets into your conversation.
web-device-picture = QR code with the sign-in link
web-device-link = The link

web-import-title = Examples from a file
web-import-how =
    A table from Excel, or as CSV, of { $most } MB at most. Needed columns: situation, approach, result, limits.

    In your conversation you then hear what can come in and what cannot. The examples come in only when you say so.
web-import-file = Your file
web-import-button = Read the file
web-import-none = Choose a file first.
web-import-privacy = I do not keep the file itself. After a quarter of an hour at most it is gone.

web-attach-title = A photo or PDF with your message
web-attach-how = First begin your message in the conversation: type /broadcast. Then choose a photo (jpg or png) or a PDF here, { $most } MB at most.
web-attach-file = Your photo or PDF
web-attach-button = Send it along
web-attach-privacy = I take out of a photo where and when it was taken. Make sure that no resident is in it. After 90 days the file is gone.

web-in-title = Sign in on this device
web-in = You go on here as { $name }. Your conversation will then be on this device too.
web-in-button = Sign in here

web-signout-title = Do you want to sign out here?
web-signout = You come back with a sign-in link, made on a device where you are still signed in. Is this your only device? Then first make a sign-in link for another device.
web-signout-button = Sign out
web-signout-link = Make a sign-in link

web-parting-title = Kopgroep
