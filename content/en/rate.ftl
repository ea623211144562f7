# Useful, not for me, and reporting.

rate-useful = Thank you. Nobody sees what you chose.
rate-not-useful = I took your ‘Useful’ away.
rate-not-for-me = For you this comes last now. Only you see that.
rate-for-me = Good. I will show this as usual again.
rate-own = This is your own example. Your colleagues say whether it is useful.

report-why =
    What is the matter with ‘{ $title }’?
    I hide it right away. A coordinator looks at it. The maker does not hear who reported it.
report-personal = Personal data
report-wrong = Not right
report-unsafe = Unsafe
report-not = Do not report
report-none = Good. I reported nothing.
report-thanks = Thank you for paying attention. The example is hidden now. A coordinator looks at it, and you will hear what comes of it.
report-author =
    Your example is hidden for now: ‘{ $title }’.
    A colleague wondered { $doubt }. That can happen to anyone.
    A coordinator looks at it, and you will hear what comes of it. You may already change it yourself.
report-doubt-personal = whether it contains data about a person
report-doubt-wrong = whether all of it is right
report-doubt-unsafe = whether it is safe
report-moderator =
    Reported and hidden right away: ‘{ $title }’.
    The reason: { $reason }.
    Will you look at it? The maker knows that it is hidden.
report-look = Look at it
