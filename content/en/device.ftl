# A second device.

command-device = device
    .about = Go on in the browser or on another device

device-link =
    With this link you go on in the browser, or on another device. It works once, for five minutes. Give it to nobody else.

    { $url }
device-open = Open the chat page
device-out = Sign out everywhere
device-chat = Or go on in Telegram, as the same person: { $url }

command-signout = signout
    .about = Sign out everywhere

device-signed-out = { $here ->
    [0] You are signed out in every browser.
   *[other] You are signed out in every other browser. Here you stay signed in: sign out in the menu.
 }
device-welcome = { $name ->
    [0] From now on I know you here as well. Just go on where you were.
   *[other] From now on I know you here as well, { $name }. Just go on where you were.
 }
device-added = You now talk to me in one more place, by the link that you just made. Was that not you? Tap below at once.
device-not-me = That was not me
device-here-only = I only know you here now. Everywhere else you are signed out, and links that were made do not work any more.
device-known-here = I know you here already. I did not use the link.
