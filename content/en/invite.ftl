# Inviting: for coordinators, and for liaisons where it is about members.

command-invite = invite
    .about = Make a link to join
command-invitations = invitations links
    .about = Links that still work

invite-who = Who do you want to invite? A link for members may be passed on. The others work for one person.
invite-role-member = Member
invite-role-coordinator = Coordinator
invite-role-liaison = Liaison
invite-role-policy = Policy reader
invite-list = Links that work
invite-usual =
    This is how I make the link:
    • Role: { $role }
    • { $uses ->
        [0] For everyone with the link
       *[other] For one person
      }
    • { $days ->
        [one] Works for one day
       *[other] Works for { $days } days
      }
    • No fixed team
invite-make = Make the link
invite-choose = Choose myself
invite-which-team = Which team do they join? Is it not here? Then type its name and I will make the team.
invite-team = { $name }
invite-no-team = No team
invite-team-letters = I see no name in that. What is the team called?
invite-how-often = Who is the link for?
invite-everyone = Everyone with it
invite-one = One person
invite-how-long = How long should the link work?
invite-days = { $days ->
    [one] 1 day
   *[other] { $days } days
 }
invite-made =
    The link is ready. Role: { $role }.
    { $uses ->
        [0] Everyone with the link can join.
       *[other] One person can join with it.
    } { $days ->
        [one] It works for one day.
       *[other] It works for { $days } days.
    } Keep it: I show it only here.
invite-made-team = Team: { $team }
invite-browser = In the browser: { $url }
invite-telegram = In Telegram: { $url }
invite-qr-browser = QR for browser
invite-qr-telegram = QR for Telegram
invite-qr =
    Scan this code to join as { $role }. It works until { $until }.
    { $url }
invite-none = No link works at the moment. Type /invite to make one.
invite-working = { $count ->
    [one] One link works now:
   *[other] { $count } links work now:
 }
invite-line =
    { $number }. { $role }, { $team }
    { $left ->
        [0] For everyone with the link.
       *[other] For one person.
    } { $used ->
        [0] Not used yet.
        [one] Used once.
       *[other] Used { $used } times.
    } Works until { $until }.
invite-line-team = team { $team }
invite-line-no-team = no fixed team
invite-stop = Stop link { $number }
invite-more = More links
invite-stopped = That link no longer works. Whoever came in with it stays.
invite-stopped-already = That link does not work (any more). I changed nothing.
