# A second device.

command-device = device
    .about = Go on in the browser or on another device

device-link =
    With this link you go on in the browser, or on another device. It works once, for fifteen minutes. Give it to nobody else.

    { $url }
device-open = Open the chat page
device-out = Sign out everywhere
device-signed-out = You are signed out in every browser.
