"""Frozen things, one module a kind, and the catalogue of them all. No reading, no writing."""

from generator.model.catalogue import CODES, Catalogue, Record, build_catalogue

__all__ = ["CODES", "Catalogue", "Record", "build_catalogue"]
