# Words that mean the same, for coordinators and liaisons.

command-words = words
    .about = Words that mean the same

synonyms-none = There are no words here yet. Do you say something else than what is on the cards? Teach me, and everybody finds it.
synonyms-list = { $count ->
    [one] This means the same here:
   *[other] This means the same here ({ $count } pairs):
 }
synonyms-line = • { $term } = { $other }
synonyms-open = { $words }
synonyms-add = Add words
synonyms-more = More words
synonyms-another = Another pair
synonyms-all = All words
synonyms-how =
    Type two words with = between them. For example: <i>pocket money = allowance</i>
    When somebody asks for the one, I look for the other too.
    You can also paste a whole list, with a pair on each line. The languages may differ.
synonyms-no-form = I read no pair in this. Type two words with one = between them.
synonyms-no-short = One of the two is too short. Use at least two letters.
synonyms-no-long = One of the two is too long. Use at most { $most } characters.
synonyms-no-same = Left and right are the same. Type two different words.
synonyms-no-personal = Something in this can identify a person. Leave that out.
synonyms-full = There are { $most } pairs already. Remove one first.
synonyms-added =
    Added: { $term } = { $other }
    It works right away, for everybody in your organisation.
synonyms-known = This pair is here already: { $term } = { $other }
synonyms-added-list = { $count ->
    [0] I have added nothing new.
    [one] One pair added. It works at once, for everybody in your organisation.
   *[other] { $count } pairs added. They work at once, for everybody in your organisation.
 }
synonyms-known-list = { $count ->
    [one] One pair was there already.
   *[other] { $count } pairs were there already.
 }
synonyms-left = { $count ->
    [one] There was no room for one pair.
   *[other] There was no room for { $count } pairs.
 } At most { $most } fit.
synonyms-unread = { $count ->
    [one] I could not use one line: line { $lines }.
   *[other] I could not use { $count } lines, such as { $lines }.
 } Put two words on each line, with = between them.
synonyms-one = Everybody here finds the same with: { $term } = { $other }
synonyms-remove = Remove
synonyms-removed = Removed: { $term } = { $other }
synonyms-gone = This pair is not here (any more). I changed nothing.
