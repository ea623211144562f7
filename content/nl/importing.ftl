# Voorbeelden uit een bestand, voor coördinatoren.

command-import = importeren
    .about = Veel voorbeelden uit een bestand
importing-not-kept = Dit bestand heb ik niet bewaard: er kunnen gegevens van bewoners in staan.
importing-how =
    Veel voorbeelden tegelijk? Die zet je beheerder erin, met een bestand.
    • Maak een tabel in Excel, of als CSV.
    • Nodig zijn de kolommen: situatie, aanpak, resultaat, let op.
    • Het mag met: titel, onderwerpen, taal, zichtbaar, team, werkgever.
    • Geef het aan je beheerder. Die typt: kopgroep import BESTAND

    Je hoort per rij wat er niet in kan, en waarom. Rijen met persoonsgegevens houd ik tegen.
