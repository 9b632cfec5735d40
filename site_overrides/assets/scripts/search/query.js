// A query -> terms: for each word that tells something, the words of the site that it may mean.

import { stemOf, wordsOf } from "./words.js";

const LONGEST_PHRASE = 4; // words, in the lines of same words

// A term: `means` maps the number of a word of the site to how near it is (1: the very word); `guesses` are the numbers of
// the words that may be meant by a misspelt one, and `guessed` is the word to show in its place.
const term = (typed) => ({ typed, means: new Map(), guesses: [], guessed: null });

function add(term, found) {
  for (const [number, near] of found) term.means.set(number, Math.max(near, term.means.get(number) ?? 0));
}

export function readQuery(vocabulary, text) {
  const all = wordsOf(text).flatMap((word) => (vocabulary.has(word) ? [word] : vocabulary.halves(word) ?? [word]));
  const isTyped = /[\p{L}\p{N}]$/u.test(text);
  const telling = all.filter((word) => !vocabulary.ignored.has(word));
  const words = telling.length ? telling : all;
  const terms = words.map(term);
  terms.forEach((one, place) => {
    const isLast = isTyped && place === terms.length - 1;
    add(one, vocabulary.forms(one.typed));
    add(one, vocabulary.kin(one.typed, isLast && (place > 0 || one.typed.length > 1)));
  });
  joinNeighbours(vocabulary, terms);
  addMeanings(vocabulary, all, terms);
  for (const one of terms) {
    if (one.guessed !== null || vocabulary.has(one.typed) || hasNear(one)) continue;
    const guesses = vocabulary.guesses(one.typed);
    if (!guesses.length) continue;
    add(one, guesses);
    for (const [number, near] of guesses) {
      add(one, vocabulary.forms(vocabulary.words[number]).map(([form, same]) => [form, same * near]));
      add(one, vocabulary.meanings([stemOf(vocabulary.words[number])]).map(([other, same]) => [other, same * near]));
    }
    one.guesses = guesses.map(([number]) => number);
    one.guessed = vocabulary.words[guesses[0][0]];
  }
  return terms;
}

const hasNear = (term) => [...term.means.values()].some((near) => near > 0.69);

// Two words typed apart that the site writes as one: “knee cap”, or “osteo arthritus” with a slip.
function joinNeighbours(vocabulary, terms) {
  for (let place = 0; place + 1 < terms.length; place++) {
    const [one, other] = [terms[place], terms[place + 1]];
    const joined = one.typed + other.typed;
    if (vocabulary.has(joined)) {
      for (const half of [one, other]) add(half, vocabulary.forms(joined));
    } else if (!vocabulary.has(one.typed) || !vocabulary.has(other.typed)) {
      const guesses = vocabulary.guesses(joined).filter(([, near]) => near > 0.75);
      if (!guesses.length) continue;
      for (const half of [one, other]) add(half, guesses);
      [one.guessed, other.guessed] = [vocabulary.words[guesses[0][0]], ""];
    }
  }
}

// Words of the same meaning, for single words and for phrases; those of a phrase go to each of its words.
function addMeanings(vocabulary, all, terms) {
  const stems = all.map(stemOf);
  for (let from = 0; from < all.length; from++) {
    for (let length = 1; length <= LONGEST_PHRASE && from + length <= all.length; length++) {
      const found = vocabulary.meanings(stems.slice(from, from + length));
      if (!found.length) continue;
      for (const one of terms) if (all.slice(from, from + length).includes(one.typed)) add(one, found);
    }
  }
}
