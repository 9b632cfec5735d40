"""What the lock files install must run on the Python of a bare Debian 12, whichever Python runs these tests."""

from importlib.metadata import distributions

from packaging.specifiers import SpecifierSet

DEBIAN_12 = "3.11.2"
"""https://packages.debian.org/bookworm/python3.11"""


def test_every_installed_package_takes_the_python_of_debian_12() -> None:
    wanted = {
        found.metadata["Name"]: found.metadata["Requires-Python"]
        for found in distributions()
        if "Requires-Python" in found.metadata
    }
    assert "mkdocs-material" in wanted
    assert {name: wants for name, wants in wanted.items() if DEBIAN_12 not in SpecifierSet(wants)} == {}
