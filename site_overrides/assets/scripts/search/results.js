// What was found -> a list of links, with the words of the query marked.

import { wordsOf } from "./words.js";

const MARKED_FROM = 0.6; // how near to what was typed a word has to be

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;

export function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

export class Results {
  constructor(vocabulary, terms) {
    this.vocabulary = vocabulary;
    this.terms = terms;
  }

  // Writes one page that was found as an item of a list; `id` names its summary for its link.
  item(page, id) {
    const link = element("a", "finds__link", ...this.marked(page.name));
    link.href = page.address;
    link.setAttribute("aria-describedby", id);
    const summary = element("p", "finds__summary", ...this.marked(page.summary));
    summary.id = id;
    const item = element("li", "finds__item", element("p", "finds__kind", page.label), link, summary);
    const other = this.otherName(page);
    if (other) summary.before(element("p", "finds__other", "Also called ", ...this.marked(other)));
    if (page.isWarning) item.classList.add("finds__item--warning");
    return item;
  }

  // Finds the other name that the query asked for, where the name alone does not say why the page was found.
  otherName({ name, also }) {
    const shown = this.said(name);
    const best = also.map((other) => ({ other, said: this.said(other) })).sort((a, b) => b.said.size - a.said.size)[0];
    if (!best || best.said.size * 2 < this.terms.length || name.toLowerCase().includes(best.other.toLowerCase())) return null;
    return [...best.said].some((term) => !shown.has(term)) ? best.other : null;
  }

  // Gives the terms of the query that a text says.
  said(text) {
    const said = new Set();
    for (const word of wordsOf(text)) {
      const number = this.vocabulary.numbers.get(word);
      for (const term of this.terms) if ((term.means.get(number) ?? 0) >= MARKED_FROM) said.add(term);
    }
    return said;
  }

  marked(text) {
    const parts = [];
    let at = 0;
    for (const match of text.matchAll(WORD)) {
      if (this.said(match[0]).size === 0) continue;
      parts.push(text.slice(at, match.index), element("mark", "", match[0]));
      at = match.index + match[0].length;
    }
    return [...parts, text.slice(at)].filter((part) => part !== "");
  }
}

// Writes the query anew with the words that were put in place of misspelt ones; null where none was.
export function corrected(text, terms) {
  if (!terms.some((term) => term.guessed !== null)) return null;
  const left = [...terms];
  return wordsOf(text)
    .map((word) => {
      const place = left.findIndex((term) => term.typed === word);
      return place < 0 ? word : left.splice(place, 1)[0].guessed ?? word;
    })
    .filter(Boolean)
    .join(" ");
}
