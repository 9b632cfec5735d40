"""What is taken from a clinic's own folder, what is refused, and in which words."""

import os
import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.diagnostics import Severity
from generator.reading.file_format import FileFormat
from generator.reading.supplied_files import read_supplied_files
from tests.authors_files import saved_files
from tests.supplied_pictures import PLAIN_SVG, font, moving_picture, picture, taken, told, write_folder

RENAME = "Changing the ending of a name does not change what a file is."
SAVE_PICTURE = "Save the picture as SVG, PNG, JPEG or WebP."
COPY = "Copy it here again, or save it anew."
MAKE_SMALLER = "Make it smaller in a program for photos, or save it as WebP."
SOUND = {
    "logo.svg": PLAIN_SVG.encode(),
    "door.png": picture("PNG"),
    "team.jpg": picture("JPEG"),
    "room.webp": picture("WEBP"),
    "letters.woff2": font(),
}

many = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize(
    ("name", "form", "size"),
    [
        ("logo.svg", FileFormat.SVG, (120, 40)),
        ("door.png", FileFormat.PNG, (3, 2)),
        ("team.jpg", FileFormat.JPEG, (3, 2)),
        ("room.webp", FileFormat.WEBP, (3, 2)),
        ("letters.woff2", FileFormat.WOFF2, (None, None)),
    ],
)
def test_a_sound_file_is_taken_with_its_format_and_size(
    tmp_path: Path, name: str, form: FileFormat, size: tuple[int | None, int | None]
) -> None:
    file = taken(write_folder(tmp_path, {name: SOUND[name]}))[name]
    assert (file.path, file.content, file.format) == (f"my-clinic/{name}", SOUND[name], form)
    assert (file.width, file.height) == size


def test_files_are_keyed_by_their_path_below_the_folder(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, {"overlay/guides/door.png": SOUND["door.png"], "logo.svg": SOUND["logo.svg"]})
    assert {key: file.path for key, file in taken(folder).items()} == {
        "logo.svg": "my-clinic/logo.svg",
        "overlay/guides/door.png": "my-clinic/overlay/guides/door.png",
    }


def test_an_ending_in_capitals_is_the_same_ending(tmp_path: Path) -> None:
    assert list(taken(write_folder(tmp_path, {"TEAM.JPEG": SOUND["team.jpg"]}))) == ["TEAM.JPEG"]


def test_hidden_files_and_folders_are_left_alone(tmp_path: Path) -> None:
    files = {".logo.svg": b"<script/>", ".git/logo.svg": b"<script/>", "overlay/.old/door.png": b""}
    assert taken(write_folder(tmp_path, files)) == {}


@pytest.mark.parametrize(
    "name", ["clinic.yml", "overlay/a.md", "LICENSE.pdf", "README.html", "notes.txt", "a.toml", "_headers", "CNAME"]
)
def test_what_is_no_picture_or_font_is_left_to_others(tmp_path: Path, name: str) -> None:
    assert taken(write_folder(tmp_path, {name: "x"})) == {}


def test_a_folder_that_is_named_like_a_picture_is_only_a_folder(tmp_path: Path) -> None:
    assert list(taken(write_folder(tmp_path, {"logos.png/door.png": SOUND["door.png"]}))) == ["logos.png/door.png"]


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("a.ttf", "A font that ends in .ttf is not taken.", "Save the font as WOFF2."),
        ("a.woff", "A font that ends in .woff is not taken.", "Save the font as WOFF2."),
        ("a.GIF", "A picture that ends in .gif is not taken.", SAVE_PICTURE),
        ("a.heic", "A picture that ends in .heic is not taken.", SAVE_PICTURE),
        ("a.pdf", "A picture that ends in .pdf is not taken.", SAVE_PICTURE),
        ("a.mp4", "Films and sounds, such as .mp4, are not taken.", "Take the file out of this folder."),
    ],
)
def test_a_file_that_is_not_taken_is_told_with_what_to_do(tmp_path: Path, name: str, message: str, hint: str) -> None:
    folder = write_folder(tmp_path, {name: b"x"})
    assert told(folder) == [f"my-clinic/{name}:1:1: {message} [file-not-taken]\n{hint}"]


def test_a_file_that_is_not_taken_stops_no_build(tmp_path: Path) -> None:
    _, (fault,) = read_supplied_files(write_folder(tmp_path, {"logo.ai": b"x"}), "my-clinic")
    assert fault.severity is Severity.NOTICE


def test_one_refused_file_keeps_no_other_out(tmp_path: Path) -> None:
    files, faults = read_supplied_files(write_folder(tmp_path, {**SOUND, "empty.png": b""}), "my-clinic")
    assert (sorted(files), [fault.location.path for fault in faults]) == (sorted(SOUND), ["my-clinic/empty.png"])


# Names


@pytest.mark.parametrize(
    ("name", "shown", "part"),
    [
        ("our logo.png", "our logo.png", "our logo.png"),
        ("über.png", "über.png", "über.png"),
        ("team (new)/door.png", "team (new)/door.png", "team (new)"),
        ('a");}.png', 'a");}.png', 'a");}.png'),
        (os.fsdecode(b"b\xe4ll.png"), r"b\xe4ll.png", r"b\xe4ll.png"),
        ("a\n.png", r"a\n.png", r"a\n.png"),
    ],
)
def test_a_name_that_does_not_fit_into_an_address_is_refused(tmp_path: Path, name: str, shown: str, part: str) -> None:
    assert told(write_folder(tmp_path, {name: SOUND["door.png"]})) == [
        (
            f"my-clinic/{shown}:1:1: The name “{part}” holds a space or sign that an address cannot hold. "
            "[unusable-name]\n"
            "Rename it with the letters a to z, digits, hyphens, underscores and dots alone."
        )
    ]


@pytest.mark.parametrize(
    ("name", "content", "message", "hint"),
    [
        ("a.jpg", "door.png", "a JPEG picture, but it is a PNG picture.", "Rename it to end in .png."),
        ("a.png", "team.jpg", "a PNG picture, but it is a JPEG picture.", "Rename it to end in .jpg."),
        ("a.png", "logo.svg", "a PNG picture, but it is an SVG picture.", "Rename it to end in .svg."),
        ("a.svg", "room.webp", "an SVG picture, but it is a WebP picture.", "Rename it to end in .webp."),
        ("a.png", "letters.woff2", "a PNG picture, but it is a WOFF2 font.", "Rename it to end in .woff2."),
    ],
)
def test_one_sort_under_the_name_of_another_is_to_be_renamed(
    tmp_path: Path, name: str, content: str, message: str, hint: str
) -> None:
    assert told(write_folder(tmp_path, {name: SOUND[content]})) == [
        f"my-clinic/{name}:1:1: The name of this file says that it is {message} [false-name]\n{hint}"
    ]


@pytest.mark.parametrize(
    ("name", "content", "message", "hint"),
    [
        ("a.svg", b"\n<!DOCTYPE html><p>x", "an SVG picture, but it is a web page (HTML).", SAVE_PICTURE),
        ("a.svg", b"<HTML><p>x", "an SVG picture, but it is a web page (HTML).", SAVE_PICTURE),
        ("a.svg", b"\x1f\x8b\x08x", "an SVG picture, but it is a compressed file (gzip, as in .svgz).", SAVE_PICTURE),
        ("a.svg", b"our logo", "an SVG picture, but it is not.", SAVE_PICTURE),
        ("a.svg", b"\xe4\xf6\xfc", "an SVG picture, but it is not.", SAVE_PICTURE),
        ("a.png", picture("GIF"), "a PNG picture, but it is a GIF picture.", SAVE_PICTURE),
        ("a.png", b"x", "a PNG picture, but it is not.", SAVE_PICTURE),
        ("a.webp", b"RIFF\x04\0\0\0WAVE", "a WebP picture, but it is not.", SAVE_PICTURE),
        ("a.jpg", b"\0\0\0\x18ftypheic", "a JPEG picture, but it is a HEIC photo.", SAVE_PICTURE),
        (
            "a.png",
            b"version https://git-lfs.github.com/spec/v1\n",
            "a PNG picture, but it is only a note of where the file is kept (Git LFS).",
            SAVE_PICTURE,
        ),
        ("a.woff2", b"\0\x01\0\0\0\x0f", "a WOFF2 font, but it is a TrueType font.", "Save the font as WOFF2."),
        ("a.woff2", b"x" * 60, "a WOFF2 font, but it is not.", "Save the font as WOFF2."),
    ],
)
def test_what_is_none_of_ours_is_to_be_saved_anew(
    tmp_path: Path, name: str, content: bytes, message: str, hint: str
) -> None:
    assert told(write_folder(tmp_path, {name: content})) == [
        f"my-clinic/{name}:1:1: The name of this file says that it is {message} [false-name]\n{hint} {RENAME}"
    ]


# Damage


@pytest.mark.parametrize("name", list(SOUND))
def test_an_empty_file_is_refused(tmp_path: Path, name: str) -> None:
    assert told(write_folder(tmp_path, {name: b""})) == [
        f"my-clinic/{name}:1:1: This file is empty. [damaged-file]\nCopy it here again."
    ]


def without_a_check_sum(png: bytes) -> bytes:
    at = png.index(b"IDAT") - 4
    end = at + 12 + struct.unpack(">I", png[at : at + 4])[0]
    return png[: end - 4] + b"\0\0\0\0" + png[end:]


@pytest.mark.parametrize(
    ("name", "content", "noun"),
    [
        ("door.png", SOUND["door.png"][:-12], "PNG picture"),
        ("door.png", SOUND["door.png"][:40], "PNG picture"),
        ("door.png", SOUND["door.png"][:8], "PNG picture"),
        ("door.png", without_a_check_sum(SOUND["door.png"]), "PNG picture"),
        ("team.jpg", picture("JPEG", 64, 64)[:-40], "JPEG picture"),
        ("team.jpg", SOUND["team.jpg"][:3], "JPEG picture"),
        ("room.webp", SOUND["room.webp"][:-4], "WebP picture"),
        ("room.webp", SOUND["room.webp"][:12], "WebP picture"),
        ("letters.woff2", SOUND["letters.woff2"][:-1], "WOFF2 font"),
        ("letters.woff2", SOUND["letters.woff2"][:20], "WOFF2 font"),
        ("letters.woff2", font(flavor=b"evil"), "WOFF2 font"),
        ("letters.woff2", font(said=61), "WOFF2 font"),
    ],
)
def test_a_file_that_breaks_off_is_refused(tmp_path: Path, name: str, content: bytes, noun: str) -> None:
    assert told(write_folder(tmp_path, {name: content})) == [
        f"my-clinic/{name}:1:1: This {noun} is damaged or was not copied whole. [damaged-file]\n{COPY}"
    ]


def test_a_font_in_curves_of_the_third_degree_is_taken(tmp_path: Path) -> None:
    assert list(taken(write_folder(tmp_path, {"a.woff2": font(flavor=b"OTTO")}))) == ["a.woff2"]


# How large


@pytest.mark.parametrize(
    ("name", "content", "message", "hint"),
    [
        (
            "a.svg",
            PLAIN_SVG + " " * 100 * 1024,
            "This SVG picture is larger than 100 KB.",
            "Leave out what cannot be seen, or save it as PNG or WebP.",
        ),
        ("a.png", SOUND["door.png"] + bytes(500 * 1024), "This PNG picture is larger than 500 KB.", MAKE_SMALLER),
        ("a.jpeg", SOUND["team.jpg"] + bytes(500 * 1024), "This JPEG picture is larger than 500 KB.", MAKE_SMALLER),
        (
            "a.woff2",
            font(length=300 * 1024 + 1),
            "This WOFF2 font is larger than 300 KB.",
            "Leave out the letters that your pages do not need.",
        ),
    ],
)
def test_a_file_past_its_limit_is_refused(
    tmp_path: Path, name: str, content: bytes | str, message: str, hint: str
) -> None:
    assert told(write_folder(tmp_path, {name: content})) == [
        f"my-clinic/{name}:1:1: {message} [supplied-file-too-large]\n{hint}"
    ]


def test_a_file_at_its_limit_is_taken(tmp_path: Path) -> None:
    assert list(taken(write_folder(tmp_path, {"a.woff2": font(length=300 * 1024)}))) == ["a.woff2"]


def png_that_says_it_is(width: int, height: int) -> bytes:
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", 13)
        + header
        + struct.pack(">I", zlib.crc32(header))
        + SOUND["door.png"][33:]
    )


def webp_that_says_it_is(width: int, height: int) -> bytes:
    body = b"WEBPVP8X" + struct.pack("<I", 10) + b"\0\0\0\0"
    body += (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF" + struct.pack("<I", len(body)) + body


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("wide.png", picture("PNG", 4001, 1)),
        ("high.jpg", picture("JPEG", 1, 4001)),
        ("wide.webp", picture("WEBP", 4001, 1)),
        ("fine.webp", picture("WEBP", 1, 4001)),
        ("warned.png", png_that_says_it_is(10_000, 10_000)),
        ("bomb.png", png_that_says_it_is(2**31 - 1, 2**31 - 1)),
        ("canvas.webp", webp_that_says_it_is(9000, 9000)),
        ("bomb.webp", webp_that_says_it_is(2**24, 2**24)),
    ],
)
def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded(
    tmp_path: Path, name: str, content: bytes
) -> None:
    assert told(write_folder(tmp_path, {name: content})) == [
        (
            f"my-clinic/{name}:1:1: This picture is more than 4000 pixels wide or high. [supplied-file-too-large]\n"
            "Make it smaller in a program for photos, and save it anew."
        )
    ]


def test_a_webp_without_losses_says_its_size_elsewhere_and_is_refused_too(tmp_path: Path) -> None:
    file = BytesIO()
    Image.new("RGB", (2, 4001), "teal").save(file, "WEBP", lossless=True)
    assert "more than 4000 pixels" in told(write_folder(tmp_path, {"a.webp": file.getvalue()}))[0]


def test_a_picture_of_4000_pixels_is_taken(tmp_path: Path) -> None:
    files = taken(write_folder(tmp_path, {"a.png": picture("PNG", 4000, 1), "a.webp": picture("WEBP", 1, 4000)}))
    assert [(file.width, file.height) for file in files.values()] == [(4000, 1), (1, 4000)]


# Photos


def test_a_photo_that_is_turned_has_the_size_that_readers_see(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    file = BytesIO()
    Image.new("RGB", (3, 2)).save(file, "JPEG", exif=exif)
    photo = taken(write_folder(tmp_path, {"a.jpg": file.getvalue()}))["a.jpg"]
    assert (photo.width, photo.height) == (2, 3)


def test_a_photo_with_broken_notes_about_itself_is_taken(tmp_path: Path) -> None:
    file = BytesIO()
    Image.new("RGB", (3, 2)).save(file, "JPEG", exif=b"Exif\0\0MM\0*\0\0\0\x08\xff\xff")
    photo = taken(write_folder(tmp_path, {"a.jpg": file.getvalue()}))["a.jpg"]
    assert (photo.width, photo.height) == (3, 2)


def test_a_photo_of_a_phone_that_holds_a_second_one_is_taken(tmp_path: Path) -> None:
    assert list(taken(write_folder(tmp_path, {"a.jpg": moving_picture("MPO")}))) == ["a.jpg"]


@pytest.mark.parametrize(("name", "form"), [("a.png", "PNG"), ("a.webp", "WEBP")])
def test_a_picture_that_moves_is_refused(tmp_path: Path, name: str, form: str) -> None:
    assert told(write_folder(tmp_path, {name: moving_picture(form)})) == [
        (
            f"my-clinic/{name}:1:1: This picture moves by itself. [moving-picture]\n"
            "Save one still picture of it: what moves by itself keeps readers from reading."
        )
    ]


# Links and locks


LEAVES = "This link leads out of the folder “my-clinic”. [leaves-folder]\nPut a copy here in place of the link."


def test_a_link_to_a_file_outside_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.svg").write_text(PLAIN_SVG, encoding="utf-8")
    folder = write_folder(tmp_path, {})
    (folder / "logo.svg").symlink_to("../secret.svg")
    assert told(folder) == [f"my-clinic/logo.svg:1:1: {LEAVES}"]


def test_a_link_to_a_folder_outside_is_refused_and_not_followed(tmp_path: Path) -> None:
    write_folder(tmp_path, {})
    (tmp_path / "other").mkdir()
    (tmp_path / "other/logo.svg").write_text(PLAIN_SVG, encoding="utf-8")
    folder = write_folder(tmp_path, {"overlay/door.png": SOUND["door.png"]})
    (folder / "overlay/more").symlink_to(tmp_path / "other")
    files, _ = read_supplied_files(folder, "my-clinic")
    assert list(files) == ["overlay/door.png"]
    assert told(folder) == [f"my-clinic/overlay/more:1:1: {LEAVES}"]


def test_a_link_by_way_of_another_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.svg").write_text(PLAIN_SVG, encoding="utf-8")
    folder = write_folder(tmp_path, {})
    (folder / ".hidden.svg").symlink_to(tmp_path / "secret.svg")
    (folder / "logo.svg").symlink_to(".hidden.svg")
    assert told(folder) == [f"my-clinic/logo.svg:1:1: {LEAVES}"]


def test_a_link_to_nothing_outside_is_refused_all_the_same(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, {})
    (folder / "clinic.yml").symlink_to("../../nothing.yml")
    assert told(folder) == [f"my-clinic/clinic.yml:1:1: {LEAVES}"]


def test_a_folder_beside_with_the_same_beginning_is_outside(tmp_path: Path) -> None:
    (tmp_path / "my-clinic-2").mkdir()
    (tmp_path / "my-clinic-2/logo.svg").write_text(PLAIN_SVG, encoding="utf-8")
    folder = write_folder(tmp_path, {})
    (folder / "logo.svg").symlink_to("../my-clinic-2/logo.svg")
    assert told(folder) == [f"my-clinic/logo.svg:1:1: {LEAVES}"]


def test_a_link_to_a_file_within_is_taken(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, {"logos/logo.svg": PLAIN_SVG})
    (folder / "logo.svg").symlink_to("logos/logo.svg")
    assert sorted(taken(folder)) == ["logo.svg", "logos/logo.svg"]


def test_a_folder_that_is_itself_reached_by_a_link_is_read(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, {"logo.svg": PLAIN_SVG, "more/logo.svg": PLAIN_SVG})
    (folder / "again.svg").symlink_to("logo.svg")
    (tmp_path / "link").symlink_to(folder)
    assert len(taken(tmp_path / "link")) == 3


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, {"overlay/logo.svg": PLAIN_SVG})
    (folder / "overlay/again").symlink_to("..")
    (folder / "overlay/self").symlink_to("self")
    assert list(taken(folder)) == ["overlay/logo.svg"]


def test_a_picture_that_is_a_link_to_itself_cannot_be_opened(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, {})
    (folder / "logo.svg").symlink_to("logo.svg")
    assert told(folder) == [
        (
            "my-clinic/logo.svg:1:1: This file cannot be opened: too many levels of symbolic links. [unreadable]\n"
            "Look whether it is there and may be read."
        )
    ]


def test_a_link_to_no_file_within_cannot_be_opened(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, {})
    (folder / "logo.svg").symlink_to("gone.svg")
    assert told(folder) == [
        (
            "my-clinic/logo.svg:1:1: This file cannot be opened: no such file or directory. [unreadable]\n"
            "Look whether it is there and may be read."
        )
    ]


def test_a_pipe_with_the_name_of_a_picture_does_not_hang(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, {})
    os.mkfifo(folder / "logo.svg")
    assert taken(folder) == {}


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert told(tmp_path / "my-clinic") == [
        (
            "my-clinic:1:1: This folder cannot be opened: no such file or directory. [unreadable]\n"
            "Look whether it is there and may be read."
        )
    ]


def test_a_file_that_nobody_may_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_folder(tmp_path, {"logo.svg": PLAIN_SVG})

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert told(folder) == [
        (
            "my-clinic/logo.svg:1:1: This file cannot be opened: permission denied. [unreadable]\n"
            "Look whether it is there and may be read."
        )
    ]


# Any bytes


def mutated(sound: bytes) -> st.SearchStrategy[bytes]:
    """Draw a sound file with bytes put in, taken out or lost from the end."""
    slip = st.tuples(st.integers(0, len(sound)), st.integers(0, 6), st.binary(max_size=6))

    def slipped(slips: list[tuple[int, int, bytes]]) -> bytes:
        content = sound
        for place, taken_out, put_in in slips:
            content = content[:place] + put_in + content[place + taken_out :]
        return content

    cut = st.integers(0, len(sound)).map(lambda end: sound[:end])
    return st.one_of(st.binary(max_size=200), cut, st.lists(slip, min_size=1, max_size=4).map(slipped))


@pytest.mark.parametrize("name", list(SOUND))
@many
@given(data=st.data())
def test_no_bytes_whatever_crash_the_reader(tmp_path: Path, name: str, data: st.DataObject) -> None:
    content = data.draw(st.sampled_from(list(SOUND.values())).flatmap(mutated) | mutated(SOUND[name]))
    files, faults = read_supplied_files(write_folder(tmp_path, {name: content}), "my-clinic")
    assert bool(files) != bool(faults)
    assert all(fault.message.isprintable() and len(fault.message) < 200 and fault.hint for fault in faults)


@many
@given(data=st.data())
def test_whatever_stands_in_an_svg_its_faults_have_places_that_exist(tmp_path: Path, data: st.DataObject) -> None:
    content = data.draw(saved_files(PLAIN_SVG) | mutated(PLAIN_SVG.encode()))
    _, faults = read_supplied_files(write_folder(tmp_path, {"logo.svg": content}), "my-clinic")
    lines = content.decode("utf-8", "replace").split("\n")
    for fault in faults:
        assert 1 <= fault.location.line <= len(lines)
        assert 1 <= fault.location.column <= len(lines[fault.location.line - 1]) + 1
