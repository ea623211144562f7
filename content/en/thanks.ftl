# Thanking.

thanks-words =
    What did this change for you or a resident? One sentence is enough. No names of residents.
    Only the maker reads it.
thanks-long = That is { $length } characters. There is room for { $most }. Can you shorten it?
thanks-show =
    This is what the maker reads: ‘{ $words }’
    Do you want your name with it?
thanks-with-name = With my name
thanks-without-name = Without my name
thanks-given = Thank you. The maker reads your thanks, and nobody else.
thanks-take-back = Take back
thanks-taken-back = Your thanks are gone. I did not keep them.
thanks-gone = I do not have those thanks (any more).
thanks-same = You gave thanks for this example not long ago. After a month you can again.
thanks-heard =
    Thanks for you from { $who }, for ‘{ $title }’:
    ‘{ $words }’
thanks-from = a colleague
thanks-from-named = { $name }
thanks-see = See it
