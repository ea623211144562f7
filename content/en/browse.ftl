# Looking around.

command-browse = browse
    .about = Look around the examples

browse-empty = There is nothing here yet. Will you share the first example? Small is fine. Or type a question: then your coordinator sees what is missing.
browse-themes = What do you want to read about? Behind each topic is how many examples there are.
browse-theme = { $theme } ({ $count })
browse-newest = Newest
browse-useful = Most useful
browse-people = People
browse-all = all topics
browse-newest-page = Newest first, { $about }: { $first } to { $last }. Tap a title to read it.
browse-useful-page = What colleagues found useful first, { $about }: { $first } to { $last }. Tap a title to read it.
browse-nothing = There is nothing about this yet. Do you know something? Share it, or type a question.
browse-end = There is nothing more. You have seen it all.
browse-more = More
browse-back = Topics
browse-follow = Follow this
browse-leave = Stop following
browse-followed = You now follow { $theme }.
browse-left = You no longer follow { $theme }.
browse-three = You already follow { $most } topics. Leave one first, so that it stays manageable.
