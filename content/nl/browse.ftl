# Rondkijken.

command-browse = kijk
    .about = Kijk rond in de voorbeelden

browse-empty = Er staat hier nog niets. Deel jij het eerste voorbeeld? Klein mag ook. Of typ een vraag: dan ziet je coördinator wat er mist.
browse-themes = Waar wil je over lezen? Achter elk onderwerp staat hoeveel voorbeelden er zijn.
browse-theme = { $theme } ({ $count })
browse-newest = Nieuwste
browse-useful = Handigste
browse-people = Mensen
browse-all = alle onderwerpen
browse-newest-page = Nieuwste eerst, { $about }: { $first } tot en met { $last }. Tik op een titel om het te lezen.
browse-useful-page = Wat collega's handig vonden eerst, { $about }: { $first } tot en met { $last }. Tik op een titel om het te lezen.
browse-nothing = Hierover staat er nog niets. Weet jij iets? Deel het, of typ een vraag.
browse-end = Verder is er niets. Je hebt alles gezien.
browse-more = Meer
browse-back = Onderwerpen
browse-follow = Volg dit
browse-leave = Volg niet meer
browse-followed = Je volgt nu { $theme }.
browse-left = Je volgt { $theme } niet meer.
browse-three = Je volgt al { $most } onderwerpen. Laat er eerst een los, dan blijft het overzichtelijk.
