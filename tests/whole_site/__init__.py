"""Tests of whole built sites: the tiny project's and the real one's, by both engines, on a server and in a browser."""
