# My questions.

command-questions = questions
    .about = Your own questions

questions-none = You have not asked anything yet. What are you stuck on? Just type it.
questions-mine = These are your questions. Only you see that they are yours.
questions-line = • { $question } – { $state }
questions-open-tap = { $question }
questions-shown = examples seen
questions-open = open
questions-answered = answered
questions-closed = closed
questions-more = More
questions-one =
    ‘{ $question }’
    Asked on { $at }: { $state }.
questions-again = Search again
questions-withdrawn = Your question is gone. I kept nothing of it.
