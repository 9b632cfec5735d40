"""What `selfcare brand check` says of a clinic's changes after the base changed, and what `accept` writes down."""

from pathlib import Path
from typing import Final

from click.testing import CliRunner

from generator.cli import main
from tests.projects import CLINIC_FOLDER, SIGNED, Files, Printed, edited, write_clinic, write_project

WORDING: Final = f"thing: arch-rub\nfield: steps 1\ntext: Stroke slowly.\n{SIGNED}"
OVERLAY: Final[Files] = {
    "overlay/wordings/rub.yml": WORDING,
    "overlay/hide/ball.yml": "thing: ball\n",
    "overlay/stricter/pain.yml": f"caution: stop-if-pain\nactions: [heat]\n{SIGNED}",
    "overlay/notes/rub.yml": f"thing: arch-rub\ntext: We show you.\n{SIGNED}",
}
RUB: Final = "content/techniques/arch-rub.yml"


def brand(root: Path, command: str, *arguments: str) -> Printed:
    folder = str(root / CLINIC_FOLDER)
    result = CliRunner().invoke(main, ["brand", command, folder, *arguments, "--project", str(root)])
    return Printed(result.exit_code, result.output.replace(f"{root}/", ""))


def accepted(root: Path, overlay: Files = OVERLAY) -> Path:
    write_clinic(write_project(root, {}), overlay)
    assert brand(root, "accept").exit_code == 0
    return root


def test_what_nobody_recorded_is_told(tmp_path: Path) -> None:
    write_clinic(write_project(tmp_path, {}), {"overlay/wordings/rub.yml": WORDING})
    printed = brand(tmp_path, "check")
    assert printed == Printed(
        1,
        "clinic/overlay/wordings/rub.yml:1:1: not recorded yet\n"
        "    Run: selfcare brand accept <folder> wordings/rub\n"
        "1 not recorded yet\n",
    )


def test_what_was_accepted_is_unchanged(tmp_path: Path) -> None:
    printed = brand(accepted(tmp_path), "check")
    assert (printed.exit_code, printed.output.splitlines()[-1]) == (0, "4 unchanged")


def test_a_record_holds_the_version_the_hash_and_the_words(tmp_path: Path) -> None:
    record = (accepted(tmp_path) / "clinic/overlay/based-on/wordings/rub.yml").read_text(encoding="utf-8")
    assert record == (
        "# What the base said when somebody last looked at this change. Written by: selfcare brand accept\n"
        'version: "0.1.0"\nhash: "9fbfdf005259f50f"\nwas: |2-\n  Stroke along the [[foot|sole]].\n'
    )


def test_a_changed_wording_is_shown_before_and_after(tmp_path: Path) -> None:
    write_project(accepted(tmp_path), edited({RUB: {"Stroke along": "Glide along"}}), base=False)
    printed = brand(tmp_path, "check")
    assert printed.exit_code == 1
    assert (
        "clinic/overlay/wordings/rub.yml:1:1: the base changed beneath it\n"
        "    What the base said in version 0.1.0 (-), and what it says now (+):\n"
        "      @@ -1 +1 @@\n"
        "      -Stroke along the [[foot|sole]].\n"
        "      +Glide along the [[foot|sole]].\n"
        "    What you say instead:\n"
        "      Stroke slowly.\n"
        "    Mend the file where it needs it, then run: selfcare brand accept <folder> wordings/rub\n"
    ) in printed.output


def test_a_change_elsewhere_in_the_thing_is_no_change(tmp_path: Path) -> None:
    write_project(accepted(tmp_path), edited({RUB: {"Long strokes": "Slow strokes"}}), base=False)
    assert brand(tmp_path, "check").exit_code == 0


def test_a_change_of_what_is_hidden_is_told(tmp_path: Path) -> None:
    files = edited({"content/tools/ball.yml": {"A small soft ball.": "A small hard ball."}})
    write_project(accepted(tmp_path), files, base=False)
    printed = brand(tmp_path, "check").output
    assert "clinic/overlay/hide/ball.yml:1:1: the base changed beneath it\n" in printed
    assert "      -summary: A small soft ball.\n      +summary: A small hard ball.\n" in printed


def test_a_caution_that_the_base_widened_is_told(tmp_path: Path) -> None:
    files = edited({"content/cautions/stop-if-pain.yml": {"[massage, stretch]": "[massage, stretch, cold]"}})
    write_project(accepted(tmp_path), files, base=False)
    printed = brand(tmp_path, "check").output
    assert "      -actions: massage, stretch\n      +actions: massage, stretch, cold\n" in printed


def test_a_target_that_is_gone_is_told_with_its_new_id(tmp_path: Path) -> None:
    changed = edited({RUB: {"id: arch-rub": "id: sole-rub", "name: Arch rub": "name: Sole rub"}})
    files = {RUB: None, "content/techniques/sole-rub.yml": changed[RUB], "moved.yml": f"{OLD}: techniques/sole-rub\n"}
    root = accepted(tmp_path)
    (root / RUB).unlink()
    write_project(root, files, base=False)
    printed = brand(root, "check").output
    assert (
        "clinic/overlay/wordings/rub.yml:1:1: its target is gone\n"
        "    The base has no arch-rub any more, or not this text of it. It is sole-rub now: write that.\n"
    ) in printed


OLD: Final = "techniques/arch-rub"


def test_a_text_that_is_gone_is_told(tmp_path: Path) -> None:
    steps = "steps:\n  - Stroke along the [[foot|sole]].\nclaims:"
    write_project(accepted(tmp_path), edited({RUB: {steps: "claims:"}}), base=False)
    assert "clinic/overlay/wordings/rub.yml:1:1: its target is gone\n" in brand(tmp_path, "check").output


def test_a_wording_that_the_base_took_over_is_unnecessary(tmp_path: Path) -> None:
    write_project(accepted(tmp_path), edited({RUB: {"Stroke along the [[foot|sole]].": "Stroke slowly."}}), base=False)
    assert "clinic/overlay/wordings/rub.yml:1:1: now unnecessary\n" in brand(tmp_path, "check").output


def test_a_caution_that_the_base_made_as_strict_is_unnecessary(tmp_path: Path) -> None:
    files = edited({"content/cautions/stop-if-pain.yml": {"[massage, stretch]": "[massage, stretch, heat]"}})
    write_project(accepted(tmp_path), files, base=False)
    assert "clinic/overlay/stricter/pain.yml:1:1: now unnecessary\n" in brand(tmp_path, "check").output


def test_hiding_what_is_gone_is_unnecessary(tmp_path: Path) -> None:
    root = accepted(tmp_path, {"overlay/hide/toxins.yml": "thing: toxins\n"})
    (root / "content/beliefs/toxins.yml").unlink()
    assert "clinic/overlay/hide/toxins.yml:1:1: now unnecessary\n" in brand(root, "check").output


def test_one_change_can_be_accepted_alone(tmp_path: Path) -> None:
    write_clinic(write_project(tmp_path, {}), OVERLAY)
    assert brand(tmp_path, "accept", "hide/ball").output == "clinic: 1 recorded for version 0.1.0.\n"
    assert brand(tmp_path, "check").output.splitlines()[-1] == "2 unchanged, 2 not recorded yet"


def test_a_change_that_is_not_there_cannot_be_accepted(tmp_path: Path) -> None:
    write_clinic(write_project(tmp_path, {}), OVERLAY)
    printed = brand(tmp_path, "accept", "hide/bal")
    assert (printed.exit_code, "There is no change “hide/bal”" in printed.output) == (2, True)


def test_a_record_that_somebody_changed_by_hand_does_not_count(tmp_path: Path) -> None:
    record = accepted(tmp_path) / "clinic/overlay/based-on/wordings/rub.yml"
    record.write_text(record.read_text(encoding="utf-8").replace("Stroke along", "Glide along"), encoding="utf-8")
    assert "wordings/rub.yml:1:1: not recorded yet\n" in brand(tmp_path, "check").output
