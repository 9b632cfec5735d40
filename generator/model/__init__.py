"""Frozen things, one module a kind, and the catalogue of them all. No reading, no writing."""

from generator.model.catalogue import CODES, Catalogue, build_catalogue
from generator.model.record import Record

__all__ = ["CODES", "Catalogue", "Record", "build_catalogue"]
