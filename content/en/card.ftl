# The card, and the names of jobs and themes.

card-illustrative = <i>Illustrative example, not real</i>
card-title = <b>{ $title }</b>
card-from-name = From: { $name }, { $job }
card-from-job = From: { $job }
card-from-colleague = From: a colleague
card-parts =
    <b>When:</b> { $situation }

    <b>How:</b> { $approach }

    <b>Result:</b> { $result }

    <b>Watch out:</b> { $limits }
card-variant = A colleague does something differently here than in an example that was there already.
card-new = New: nobody has told yet how it went. You can be the first.
card-new-own = New: nobody has told yet how it went.
card-tried =
    <b>Experience:</b> { $count ->
        [one] one colleague tried this:
       *[other] { $count } colleagues tried this:
    } { $how }.
card-tried-worked = for { $count } it worked
card-tried-partly = for { $count } it worked partly
card-tried-did_not = for { $count } it did not work
card-often-not = For most it did not work. Read why before you start.
card-quote = A colleague says: ‘{ $quote }’
card-useful = { $count ->
    [one] One colleague found this useful.
   *[other] { $count } colleagues found this useful.
 }
card-useful-later = You found this useful. Once more colleagues have chosen, I show how many.
card-dismissed = Not for you: it comes last for you. Only you see that.

card-pledge = I will try this
card-unpledge = Not trying after all
card-tell = I did this
card-tell-again = Change what I told
card-experiences = Experiences
card-thank = Thank the maker
card-who = Who is this?
card-nominate = Nominate
card-more = More
card-less = Back
card-vote = Useful
card-vote-back = Not useful after all
card-dismiss = Not for me
card-dismiss-back = For me after all
card-report = Report
card-edit = Edit
card-withdraw = Withdraw
card-put-back = Put back
card-send-on = Send on
card-moderate = Manage
card-open = { $title }

job-neighbourhood = Neighbourhood team
job-debt = Debt help
job-youth = Youth care
job-work = Work and income
job-counter = Desk or phone
job-enforcement = Enforcement
job-housing = Housing
job-other = Other
job-neighbourhood-person = someone from a neighbourhood team
job-debt-person = someone from debt help
job-youth-person = someone from youth care
job-work-person = someone from work and income
job-counter-person = someone from the desk or phone
job-enforcement-person = someone from enforcement
job-housing-person = someone who works in housing
job-other-person = a frontline colleague
job-unknown-person = a frontline colleague

theme-debt = Debts
theme-youth = Youth
theme-neighbourhood = Neighbourhood team
theme-wmo = Social support (Wmo)
theme-work = Work and income
theme-counter = Desk
theme-enforcement = Enforcement
theme-housing = Housing
theme-care_avoiders = Care avoiders
theme-safety = Safety
theme-language = Language
