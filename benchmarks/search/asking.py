"""How each engine is asked in a browser: in its field, as a reader does it, or by its interface where it has none."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from playwright.sync_api import Page

Ask = Callable[[Page, str], list[str]]
"""Types or passes a query, waits for what is found, and gives the addresses in their order."""


@dataclass(frozen=True)
class Asked:
    """What one query gave: addresses below the site's root, and the milliseconds from the last key to the first."""

    found: list[str]
    milliseconds: float


_TYPED: Final = """async ([words, field, results, busy]) => {
    const input = document.querySelector(field);
    const shown = () => [...document.querySelectorAll(results)].map(link => link.href);
    const settled = () => !busy || !document.querySelector(busy);
    input.value = "";
    input.dispatchEvent(new Event("input", {bubbles: true}));
    input.dispatchEvent(new KeyboardEvent("keyup", {bubbles: true}));
    for (let i = 0; i < 200 && shown().length; i++) await new Promise(r => setTimeout(r, 10));
    const start = performance.now();
    input.value = words;
    input.dispatchEvent(new Event("input", {bubbles: true}));
    input.dispatchEvent(new KeyboardEvent("keyup", {bubbles: true}));
    let first = null, before = "", since = performance.now();
    while (performance.now() - start < 30000) {
        await new Promise(r => setTimeout(r, 4));
        const now = shown();
        if (now.length && first === null) first = performance.now() - start;
        const key = now.join() + settled();
        if (key !== before) { before = key; since = performance.now(); }
        const quiet = performance.now() - since;
        if (settled() && (now.length ? quiet > 150 : window.answered && quiet > 900)) break;
    }
    window.answered = true;
    return {found: shown(), milliseconds: first ?? -1};
}"""

_PAGEFIND: Final = """async (words) => {
    const start = performance.now();
    if (!window.engine) {
        window.engine = await import(new URL("/pagefind/pagefind.js", location).href);
        await window.engine.options({ranking: {termFrequency: 0.6, pageLength: 0.3, termSaturation: 1.6,
            termSimilarity: 4.0}});
    }
    const answer = await window.engine.search(words);
    const first = await Promise.all(answer.results.slice(0, 10).map(one => one.data()));
    return {found: first.map(one => new URL(one.url, location).href), milliseconds: performance.now() - start};
}"""

_MINISEARCH: Final = """async (words) => {
    const start = performance.now();
    if (!window.engine) {
        await new Promise(done => {
            const script = document.createElement("script");
            script.src = "/minisearch.js";
            script.onload = done;
            document.head.append(script);
        });
        const pages = await (await fetch("/minisearch.json")).json();
        window.pages = pages;
        window.engine = new MiniSearch({fields: ["names", "lead", "body"], idField: "url",
            searchOptions: {boost: {names: 6, lead: 2}, prefix: true, fuzzy: 0.25,
                boostDocument: (id, term, stored) => window.weights[id] ?? 1}});
        window.weights = Object.fromEntries(pages.map(page => [page.url, page.weight]));
        window.engine.addAll(pages);
    }
    const found = window.engine.search(words).slice(0, 10);
    return {found: found.map(one => new URL("/" + one.id, location).href), milliseconds: performance.now() - start};
}"""


def ask_material(page: Page, words: str) -> Asked:
    """Type into Material's field."""
    return _asked(page, page.evaluate(_TYPED, [words, ".md-search__input", ".md-search-result__item > a", None]))


def ask_ours(page: Page, words: str) -> Asked:
    """Type into our field."""
    return _asked(page, page.evaluate(_TYPED, [words, "#search-field", ".finds__link", ".search[aria-busy=true]"]))


def ask_pagefind(page: Page, words: str) -> Asked:
    """Ask Pagefind, and fetch what the first ten results show."""
    return _asked(page, page.evaluate(_PAGEFIND, words))


def ask_minisearch(page: Page, words: str) -> Asked:
    """Ask MiniSearch."""
    return _asked(page, page.evaluate(_MINISEARCH, words))


def _asked(page: Page, told: dict[str, Any]) -> Asked:
    root = page.evaluate("location.origin") + "/"
    found = dict.fromkeys(link.removeprefix(root).partition("#")[0].partition("?")[0] for link in told["found"])
    return Asked(list(found), float(told["milliseconds"]))
