# The question that comes by itself: how does it go in practice?

checkin-asked = What were you stuck on these last weeks? And what worked? Just type it, as you would text a colleague.
checkin-missed = I did not ask the question of { $day } about how it goes. The program stood still then. I will ask again in two weeks.
