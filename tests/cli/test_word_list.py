"""Words that mean the same, taught from a file."""

from __future__ import annotations

from tests.cli.conftest import Otto
from tests.stage import Stage

LIST = "leefgeld = budget\nlandlord = verhuurder\nzomaar iets\n"


def test_words__of_a_file_are_taught_once_and_work(otto: Otto, stage: Stage) -> None:
    stage.practice(stage.person("Anna"), "Bel eerst de verhuurder", situation="Huurachterstand.")
    otto.writes("woorden.txt", LIST.replace("landlord", "flibbert"))
    said = otto.types("words", "woorden.txt")
    assert said.code == 0
    assert said.out == "2 paren toegevoegd, 0 stonden er al.\n"
    assert said.err.startswith("Regel 3 is overgeslagen: ")
    assert otto.does("words", "woorden.txt") == "0 paren toegevoegd, 2 stonden er al.\n"
    assert "Bel eerst de verhuurder" in otto.does("match", "flibbert")


def test_words__that_cannot_be_read_are_named(otto: Otto, stage: Stage) -> None:
    said = otto.types("words", "nergens.txt")
    assert said.code == 1
    assert "nergens.txt kan ik niet lezen" in said.err
    (otto.folder / "fout.txt").write_bytes(b"\xff\xfe\xfa")
    assert otto.types("words", "fout.txt").code == 1
