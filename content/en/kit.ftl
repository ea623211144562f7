# What every conversation needs.

flow-stop = Stop
flow-back = Previous step
flow-resume = Continue
flow-resume-aside = Back to where I was
flow-stopped = Stopped. I kept nothing of what you just typed.
flow-over = This is finished or stopped already. I changed nothing.
flow-past = You have passed that step. I changed nothing.
flow-empty = I see no words in your message. Type your answer, or choose a button.
flow-choose = Choose one of the buttons. You may also type the words.

old-button = This button no longer works. I changed nothing. Just type what you are looking for, or /help.
unknown-command = I do not know { $command }. Type /help to see what you can do.
nothing-said = I see no words in your message. Type your question as you would text it to a colleague.
edit-unread = I see that you changed a message. I do not read it again. Please send it once more as a new message.
no-photo = I do not keep photos, because a resident may be recognisable in them. Can you tell it in words?
no-voice = I cannot understand voice messages yet. Can you type it?
no-document = I do not keep documents, because they may hold data of residents. Can you tell it in words?
no-other = I cannot use this. I only understand words. Can you type it?
group-private = In a group everyone can read along. Please send me a private message.
went-wrong = Something went wrong on my side. I have not stored this. Please send it again in a while. Does it keep failing? Then give code { $code } to your administrator.
unspeakable = I cannot show this message. Type /help to see what you can do. Does it happen more often? Give your administrator the code { $code }.
long-text-lost = Your long message did not come through well. Please send it again.
maybe-twice = (You may see this message twice.)
picture-about = <i>In the photo: { $about }</i>

below =
    { $first }
    { $then }

# The guard.

guard-caught =
    Please check: I see { $what }. I do not keep that, because it can identify a person.
    Without it, your text reads:

    { $redacted }
guard-unsure =
    Could somebody recognise a resident or client here? I see { $what }.
    Without it, it reads:

    { $redacted }
guard-remove = Remove it
guard-keep = Not a person
guard-edit = Edit it myself
guard-type-again = Type it once more, without data of persons.
name-letters = I see no letters in that. What is the name?
name-numbers = Just a name, please. I do not keep numbers and addresses that point to a person.
guard-original-gone = I no longer have your earlier text. Type it once more and I will look again.
guard-bsn = [bsn]
guard-iban = [account number]
guard-phone = [phone number]
guard-email = [e-mail address]
guard-address = [address]
guard-postcode = [address]
guard-birthdate = [date of birth]
guard-document = [document number]
guard-plate = [number plate]
guard-client-number = [client number]
guard-name = [name]
guard-unique-person = [person]
guard-bsn-long = a citizen service number
guard-iban-long = a bank account number
guard-phone-long = a phone number
guard-email-long = an e-mail address
guard-address-long = an address
guard-postcode-long = a postcode with a house number
guard-birthdate-long = a date of birth
guard-document-long = a document number
guard-plate-long = a number plate
guard-client-number-long = a client number
guard-name-long = a name
guard-unique-person-long = something that can only be about one person
answer-not-kept = (your answer: I do not keep it here)

# Below everything that nobody asked for: why it comes, and how to get less.

unasked-round = You get this question because you take part in Kopgroep. You may answer; you need not.
unasked-reminder = This is a reminder. You may answer; you need not.
unasked-digest = You get this overview because it fits the rhythm you chose.
unasked-nudge = You get this because it fits your work and your topics.
unasked-less = Less
unasked-send-less = Send less
unasked-pause = Pause
unasked-stop = Stop
slow-down =
    Too much comes in from you now, or the same over and over. I did not read this last one.

    Wait half a minute and then send it once more. What you had filled in is still there.
no-echo = That is a message of a bot, not words of a colleague. I do nothing with it. Do you want to show somebody an example? Open it and tap Send on.
enough-together = Very much comes in today, of everybody together. So this is not possible now. From midnight it is again.
enough-share = You shared { $most } examples today. This one is still here as you wrote it. From midnight you can place it.
enough-ask = You asked { $most } questions today. I did not look this one up. From midnight you can ask again.
enough-report = You reported { $most } examples today. Is there one more with data of somebody in it? Tell your coordinator.
enough-thank = You gave { $most } thanks today. Tomorrow you can again.
enough-invite = You made { $most } links today. From midnight you can again. Are many people to come in? A link for members works for everybody.
