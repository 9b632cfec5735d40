"""Ids -> objects, back-links and addresses. Cannot fail, because the checks ran first."""

from generator.linking.link import NAMELESS, NOWHERE, link_site
from generator.linking.site import Site

__all__ = ["NAMELESS", "NOWHERE", "Site", "link_site"]
