"""The pages of a clinic's copy that the base does not have: who the clinic is, and what it does with readers' data."""

from collections.abc import Iterator

from generator.linking.address import Named
from generator.linking.site import Site
from generator.linking.site_pages import ABOUT_CLINIC, PRIVACY
from generator.model.clinic_copy import ClinicCopy
from generator.rendering.front_matter import Head, newest_review, write_front_matter
from generator.rendering.json_ld.document import describe_page
from generator.rendering.listing_pages import MakeWriter
from generator.rendering.output_file import OutputFile
from generator.rendering.template_world import fill_template


def render_clinic_pages(site: Site, copy: ClinicCopy, make_writer: MakeWriter) -> Iterator[OutputFile]:
    """Write the page about the clinic and the one about privacy."""
    for page, template in ((ABOUT_CLINIC, "about-clinic"), (PRIVACY, "privacy")):
        yield OutputFile(page.address.file, _head(site, page) + _content(site, copy, page, template, make_writer))


def _head(site: Site, page: Named) -> str:
    return write_front_matter(
        Head(
            title=page.name,
            summary=page.summary,
            kind="clinic",
            node=describe_page(site, page, "clinic"),
            changed=newest_review(site.pages.values()),
        )
    )


def _content(site: Site, copy: ClinicCopy, page: Named, template: str, make_writer: MakeWriter) -> str:
    own = [one.named for one in site.pages.values() if one.is_clinics]
    changed = [one.named for one in site.pages.values() if one.thing.clinic]
    privacy = [part for part in (copy.clinic.privacy or "").split("\n\n") if part.strip()]
    return fill_template(
        template, make_writer(page.address), page=page, clinic=copy.clinic, own=own, changed=changed, privacy=privacy
    )
