# What I shared.

command-mine = mine
    .about = What you shared: edit or withdraw it

mine-list = This is what you shared, the newest first. Choose one to see or edit it.
mine-line =
    { $number }. <b>{ $title }</b>
    { $state } { $count ->
    [0] Nobody chose ‘Useful’ yet.
    [one] One colleague found this useful.
   *[other] { $count } colleagues found this useful.
 }
mine-team = Can be seen by your team.
mine-employer = Can be seen by your employer.
mine-organisation = Can be seen by your whole organisation.
mine-withdrawn = Withdrawn: only you see it.
mine-hidden = Hidden until a coordinator has looked.
mine-newer = Newer
mine-older = Older
mine-empty = You have not shared anything yet. A small tip often helps most.
mine-no-more = You have not shared more than this.

mine-changed = Changed. This is your example now:
mine-readers-changed = Changed. { $readers }

mine-withdraw-sure = Do you want to withdraw the example ‘{ $title }’? Others will no longer see it. You can put it back later.
mine-withdraw-yes = Yes, withdraw
mine-withdraw-no = No, leave it
mine-withdrawn-now = Withdrawn: only you still see the example ‘{ $title }’.
mine-withdrawn-already = This example is withdrawn already. I changed nothing.
mine-on-show-already = This example is on show already. I changed nothing.
mine-with-coordinator = This example is hidden. A coordinator looks at it first. You can still edit it.
mine-back = The example ‘{ $title }’ is back.
