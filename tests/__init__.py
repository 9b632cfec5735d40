"""Tests of the compiler: golden invalid projects in cases/, behaviour, properties and architecture."""
