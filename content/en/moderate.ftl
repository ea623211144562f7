# Looking after the examples: for coordinators and liaisons.

command-reported = reported
    .about = Look at reported examples

moderate-none = There are no open reports now.
moderate-none-but-portraits = No reported examples are open. A portrait was reported.
moderate-portraits = Portraits ({ $count })
moderate-count = { $count ->
    [one] One example was reported. It is hidden until you choose.
   *[other] { $count } examples were reported. They are hidden until you choose.
 }
moderate-why = { $count ->
    [one] Reported since { $since }, because it { $reasons }.
   *[other] Reported { $count } times since { $since }, because it { $reasons }.
 }
moderate-reason-personal = contains personal data
moderate-reason-wrong = is not right
moderate-reason-unsafe = is unsafe
moderate-next = Next
moderate-restore = Show it again
moderate-keep-hidden = Keep it hidden
moderate-restored = The example can be seen again. The maker and whoever reported it hear that from me.
moderate-kept-hidden = The example stays hidden. The maker and whoever reported it hear that from me.
moderate-done-already = This is done already, or things have changed. I changed nothing.
moderate-own = This is your own example. Let another coordinator look at it.

moderate-menu-published =
    What do you want to do with ‘{ $title }’?
    The maker hears what you choose.
moderate-menu-hidden =
    ‘{ $title }’ is hidden. What do you want to do?
    The maker hears what you choose.
moderate-hide = Hide it
moderate-merge = Merge it
moderate-nothing = Do nothing
moderate-hide-why =
    Why do you hide ‘{ $title }’?
    The maker hears the reason, and not that it was you.
moderate-hidden = ‘{ $title }’ is hidden. The maker hears the reason from me.
moderate-see = Have a look

moderate-merge-which = Which example does ‘{ $title }’ belong to? That example stays. Is it not here? Then type a few words from it.
moderate-merge-words = Which example does ‘{ $title }’ belong to? That example stays. Type a few words that are in it.
moderate-merge-not-found = With that I find no example that can take its place. It must have at least the same readers.
moderate-merge-sure =
    The example below stays. ‘{ $double }’ becomes part of it:
    • Whoever found that one useful counts here. Nobody counts twice.
    • Old links lead here.
    • The maker hears about it.
moderate-merge-yes = Merge them
moderate-merge-other = Choose another
moderate-merged = ‘{ $double }’ is now part of ‘{ $kept }’. Nothing is lost.
moderate-unmerge = Undo
moderate-apart = ‘{ $title }’ stands on its own again. Whoever found it useful counts there again.

moderate-told-hidden =
    Your example is hidden: ‘{ $title }’.
    A coordinator thinks that it { $reason }. You can change it. Then ask your coordinator to look again.
moderate-told-shown = Good news: your example can be seen again. A coordinator looked at ‘{ $title }’. You need not do anything.
moderate-told-kept-hidden =
    Your example stays hidden: ‘{ $title }’.
    A coordinator looked at it and also thinks that it { $reasons }. You can change it. Then ask your coordinator to look again.
moderate-told-reporter-shown = Your report was looked at: the example can be seen again. It was about ‘{ $title }’. Thank you for paying attention.
moderate-told-reporter-hidden = Your report was looked at: the example can no longer be seen. It was about ‘{ $title }’. Thank you for paying attention.
moderate-told-merged =
    A coordinator merged your example: ‘{ $title }’ was much like ‘{ $kept }’.
    Whoever found yours useful now counts there.
moderate-told-merged-unseen = A coordinator merged your example: ‘{ $title }’ was much like another one.
moderate-told-apart = Your example stands on its own again: ‘{ $title }’. Whoever found it useful counts there again.
