# Bringing practices in from a file, and taking them along.

import-row = Row { $number }: { $reason }
import-more-rows = And { $count ->
    [one] 1 more row
   *[other] { $count } more rows
 } with a problem.
import-unknown-columns = { $count ->
    [one] I do not know 1 column. I skip it.
   *[other] I do not know { $count } columns. I skip them.
 }
import-no-unreadable = I cannot read this.
import-no-missing = { $field } is empty.
import-no-shrug = { $field } does not say when it does not work. A colleague needs to know.
import-no-too-long = { $field } is longer than 3000 characters.
import-no-caught = in { $field } I see { $kinds }. I do not keep that. Take it out, or use --redact.
import-no-untitled = I cannot make a title of these words. Give one.
import-no-theme = { $field } has a theme I do not know. I know: { $known }.
import-no-language = { $field } should be nl or en.
import-no-visibility = { $field } should be team, employer or organisation.
import-no-place = { $field } is empty, or I do not know that name. So I do not know who may see this.
import-no-hidden = this was not on show where it comes from. So I leave it out.
import-field-title = title
import-field-situation = situation
import-field-approach = approach
import-field-result = result
import-field-limits = limits
import-field-themes = themes
import-field-language = language
import-field-visibility = visible
import-field-team = team
import-field-employer = employer
import-cannot-read = I cannot read { $file }: { $reason }.
import-too-big = The file is too big. It may be { $most } MB.
import-too-many = The file has too many rows. There may be { $most }.
import-kind = I do not read this kind of file. I read: { $known }.
import-empty = There is nothing in the file.
import-columns = These columns are missing: { $missing }. I know: { $known }.
import-encoding = I cannot read the letters in this file. Save it as UTF-8 and try again.
import-workbook = I cannot read this Excel file. Save it again as .xlsx, or as .csv.
import-bomb = This Excel file becomes far too big when it is unpacked. It may become { $most } MB.

export-shared = shared
export-useful = useful
export-worked = worked
export-partly = worked partly
export-did_not = did not work
export-author = from
export-job = job
export-yes = yes
export-visibility-team = team
export-visibility-employer = employer
export-visibility-organisation = organisation
export-state-published = shared
export-state-hidden = hidden
