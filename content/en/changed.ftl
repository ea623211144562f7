# What you do has changed.

changed-limits =
    Watch out with ‘{ $title }’: { $words }
    Its maker changed this. You hear it because you do it too, or plan to.
changed-approach =
    ‘{ $title }’ now goes like this: { $words }
    Its maker changed this. You hear it because you do it too, or plan to.
changed-see = See it
