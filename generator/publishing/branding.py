"""The settings of the site builder for a clinic's copy: its name, address and nav, and what pages show of it."""

from collections.abc import Collection, Mapping
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from generator.model.clinic_copy import ClinicCopy
from generator.rendering.clinic_styles import BRAND_STYLES, OWN_STYLES

_HANDBOOK: Final = "handbook/"
TOKENS: Final = "assets/styles/tokens.css"
CLINIC_STYLES: Final = "assets/styles/clinic.css"
"""Of the theme: how a clinic's words and its footer look. The base has no use for it."""


def brand_config(config: MkDocsConfig, copy: ClinicCopy, pages: Collection[str], *, serving: bool) -> None:
    """Have the site builder make a clinic's copy; `pages` are the Markdown files that were generated.

    A server keeps its own address.
    """
    clinic = copy.clinic
    config.site_name = clinic.name
    if not serving:
        config.site_url = clinic.url
    config.nav = [item for item in config.nav or () if not _is_left_out(item, pages)]
    config.extra["clinic"] = {
        "name": clinic.name,
        "language": clinic.language.value,
        "logo_light": copy.logo_light,
        "logo_dark": copy.logo_dark or copy.logo_light,
        "address": clinic.address,
        "phone": clinic.phone,
        "phone_link": "".join(sign for sign in clinic.phone or "" if sign.isdigit() or sign == "+"),
        "email": clinic.email,
        "booking": clinic.booking,
        "hours": clinic.hours,
        "footer": clinic.footer,
    }
    config.extra_css.append(CLINIC_STYLES)
    own = {BRAND_STYLES: copy.light is not None or copy.clinic.fonts is not None, OWN_STYLES: copy.styles is not None}
    place = config.extra_css.index(TOKENS) + 1 if TOKENS in config.extra_css else 0
    if own[BRAND_STYLES]:
        config.extra_css.insert(place, BRAND_STYLES)
    if own[OWN_STYLES]:
        config.extra_css.append(OWN_STYLES)


def leave_out_handbook(files: Files) -> None:
    """Leave out the theme's pictures for the pages for contributors, which a copy does not have."""
    for file in [file for file in files if file.src_uri.startswith(_HANDBOOK)]:
        files.remove(file)


def _is_left_out(item: object, pages: Collection[str]) -> bool:
    """Tell whether an item of the navigation leads to a page that the copy does not have."""
    path = next(iter(item.values())) if isinstance(item, Mapping) else item
    return isinstance(path, str) and path.endswith(".md") and path not in pages
