# A rest: for a while nothing that you did not ask for.

command-pause = pause
    .about = Get nothing for a while, such as: /pause until 12 May

pause-until = Until when do you want a rest? Choose, or type a day, such as “12 May” or “Monday”.
pause-weeks = { $count ->
    [one] 1 week
   *[other] { $count } weeks
 }
pause-unread = I do not understand that day, or it is past. Type it like this: 12 May. A pause lasts a year at most.
pause-begun = Fine, you get nothing from me until { $until }. From that day on I start again by myself. When you ask something, you just get an answer.
pause-end = End the pause
pause-ended = The pause is over. You will hear from me again.
