// All words of the site, and which of them a typed word may mean.

import { slipsBetween, soundOf, stemOf } from "./words.js";

const SAME_FORM = 0.95; // “massaging” for “massage”
const SAME_MEANING = 0.75; // “ache” for “pain”
const SHORTEST_BEGINNING = 5; // letters that two words share, such as “pregnan-t” and “pregnan-cy”
const MOST_GUESSES = 3;

// How many slips are believed in a word of so many letters: a short word is soon another word. What sounds alike may have
// one more, and other words have to begin alike.
const mostSlips = (length) => (length < 4 ? 0 : length < 7 ? 1 : length < 9 ? 2 : 3);

export class Vocabulary {
  constructor({ words, on, pages, same, ignored }) {
    this.words = words.split(" ");
    this.on = on;
    this.numbers = new Map(this.words.map((word, number) => [word, number]));
    this.ignored = new Set(ignored);
    this.isNamed = new Set(pages.flatMap(([, ...names]) => names.flat()));
    this.byStem = new Map();
    this.words.forEach((word, number) => {
      const stem = stemOf(word);
      this.byStem.set(stem, [...(this.byStem.get(stem) ?? []), number]);
    });
    this.same = same.map((phrases) => phrases.map((phrase) => phrase.map(stemOf)));
  }

  has(word) {
    return this.byStem.has(stemOf(word));
  }

  // Gives the forms of a word, each with how near it is: [number, nearness].
  forms(word) {
    const own = this.numbers.get(word);
    return (this.byStem.get(stemOf(word)) ?? []).map((number) => [number, number === own ? 1 : SAME_FORM]);
  }

  // Gives words that begin as a word does, such as “allergy” for “allergic”; all words that go on where it is still typed.
  kin(word, isTyped) {
    const found = [];
    const beginning = isTyped ? word : word.slice(0, Math.max(SHORTEST_BEGINNING, Math.ceil(word.length * 0.6)));
    if (beginning.length < (isTyped ? 2 : SHORTEST_BEGINNING)) return found;
    for (let number = this.firstFrom(beginning); this.words[number]?.startsWith(beginning); number++) {
      const other = this.words[number];
      let shared = beginning.length;
      while (shared < word.length && word[shared] === other[shared]) shared++;
      const share = shared / Math.max(word.length, other.length);
      const goesOn = shared === word.length;
      if (goesOn || share > 0.6) found.push([number, goesOn ? 0.5 + 0.4 * share : 0.7 * share]);
    }
    return found;
  }

  firstFrom(beginning) {
    let low = 0;
    let high = this.words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.words[middle] < beginning) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  // Guesses what a word means that the site does not have: the nearest words, by slips and by ear, best first.
  guesses(word) {
    const most = mostSlips(word.length);
    const sound = soundOf(word);
    const found = [];
    this.sounds ??= this.words.map(soundOf);
    this.words.forEach((other, number) => {
      if (other.length < 3) return;
      const soundsAlike = sound.length > 1 && this.sounds[number] === sound;
      if (!soundsAlike && word[0] !== other[0]) return;
      const believed = soundsAlike ? most + 1 : most;
      const slips = slipsBetween(word, other, believed);
      if (slips > believed) return;
      const near = 1 - slips / Math.max(word.length, other.length);
      const liked = (soundsAlike ? 0.12 : 0) + (this.isNamed.has(number) ? 0.08 : 0);
      found.push([number, near, near + liked + Math.min(this.on[number], 30) * 0.001]);
    });
    found.sort((one, other) => other[2] - one[2]);
    return found.filter(([, , liked]) => liked > found[0][2] - 0.15).slice(0, MOST_GUESSES).map(([number, near]) => [number, near * 0.9]);
  }

  // Takes a word apart that was typed without its space: “kneepain”.
  halves(word) {
    for (let at = 3; at <= word.length - 3; at++) {
      const [one, other] = [word.slice(0, at), word.slice(at)];
      if (this.numbers.has(one) && this.has(other) && !this.ignored.has(one)) return [one, other];
    }
    return null;
  }

  // Gives words of the same meaning for a run of words, from the settings.
  meanings(stems) {
    const wanted = stems.join(" ");
    return this.same
      .filter((phrases) => phrases.some((phrase) => phrase.join(" ") === wanted))
      .flatMap((phrases) => phrases.filter((phrase) => phrase.length === 1 && phrase[0] !== wanted))
      .flatMap(([stem]) => (this.byStem.get(stem) ?? []).map((number) => [number, SAME_MEANING]));
  }
}
