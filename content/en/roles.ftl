# Who has a role here, for coordinators.

command-roles = roles
    .about = Who has a role here, and take one away
roles-head = Who has a role here:
roles-line = { $number }. { $name }, { $role }
roles-planned = { $name } becomes { $role }: { $at }
roles-no-name = Somebody without a name
roles-take = Take role of { $number }
roles-more = More people
roles-asked-more = { $name } opened a link and becomes { $role }: { $at }. Is that not right? Stop it, and ask who made the link. Who did not make the link can also agree at once.
roles-asked-less = { $name } will not be a coordinator any more: { $at }. Is that not right? Stop it. Who did not ask for it and whom it is not about can also agree at once.
roles-stop = Stop it
roles-agree = I agree
roles-given = { $name } has this role here from now on: { $role }. Is that not right? Look at /roles and /log.
roles-waits = Soon you are also { $role } here: { $at }. The coordinators can look at that first. Until then you can do all that a member can.
roles-lost = You have no extra role here any more. What you can do as a member stays.
roles-own = You have laid down your role. What you can do as a member stays.
roles-taken = { $name } is a member now, without a role.
roles-taken-later = { $name } will not be a coordinator any more: { $at }. All coordinators know and can stop it until then.
roles-gone = That person has no role here (any more). I changed nothing.
roles-last = There has to be a coordinator. Make somebody else coordinator first: /invite
roles-stopped = I stopped it. Nothing changes.
roles-stopped-told = { $name } stopped a change of role.
roles-agreed = Good, so it is now.
roles-over = That has been done, or stopped.
roles-not-you = Only somebody who did not ask for it and whom it is not about can agree. You can stop it.
roles-exported = Whoever runs the server took { $count ->
    [one] one example
   *[other] { $count } examples
 } out of your organisation into a file. Do you know nothing of that? Ask them.
