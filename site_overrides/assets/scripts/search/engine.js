// Finds pages.

import { readQuery } from "./query.js";
import { Ranking } from "./ranking.js";
import { Vocabulary } from "./vocabulary.js";

const SHARE_OF_BEST = 0.22; // what scores less than this share of the best page is not shown

async function json(answer) {
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return answer.json();
}

export class Engine {
  // Begins with the answer to a request for search/index.json; the other files are asked for beside it.
  static async load(asked) {
    const answer = await asked;
    return new Engine(new URL(".", answer.url), await json(answer));
  }

  constructor(folder, index) {
    this.folder = folder;
    this.index = index;
    this.vocabulary = new Vocabulary(index);
    this.ranking = new Ranking(index, this.vocabulary);
    this.parts = new Map();
  }

  // Finds the pages for a query: `pages` are numbers, the best first; `terms` are as query.js reads them.
  async find(text) {
    const terms = readQuery(this.vocabulary, text);
    const numbers = [...new Set(terms.flatMap(({ means }) => [...means.keys()]))];
    const uses = new Map(await Promise.all(numbers.map(async (number) => [number, await this.uses(number)])));
    const ranked = this.ranking.rank(terms, uses);
    const least = Math.max(0, ...ranked.map(([, score]) => score)) * SHARE_OF_BEST;
    const pages = ranked.filter(([, score]) => score > least).map(([page]) => page);
    for (const term of terms) this.ranking.settleGuess(term, uses, pages[0]);
    return { pages, terms };
  }

  // Gives what to show of some pages.
  show(pages) {
    return Promise.all(
      pages.map(async (page) => {
        const part = Math.floor(page / this.index.pagesAPart);
        const shown = await this.part(`pages-${part}.json?${this.index.pageParts[part]}`);
        const [url, name, summary, also] = shown[page % this.index.pagesAPart];
        const [label, , warns] = this.index.kinds[this.index.pages[page][0]];
        return { address: new URL(`../${url}`, this.folder).href, name, summary, also, label, isWarning: warns > 0 };
      }),
    );
  }

  // Lists the pages that use a word, each with its weight there.
  async uses(number) {
    const starts = this.index.wordParts;
    let part = starts.length - 1;
    while (starts[part][0] > number) part--;
    const steps = (await this.part(`words-${part}.json?${starts[part][1]}`))[number - starts[part][0]];
    const base = this.index.full + 1;
    let at = 0;
    return steps.map((step) => {
      at += step;
      return [Math.floor(at / base), at % base];
    });
  }

  part(name) {
    if (!this.parts.has(name)) {
      const asked = fetch(new URL(name, this.folder)).then(json);
      asked.catch(() => this.parts.delete(name)); // so that the next key asks again
      this.parts.set(name, asked);
    }
    return this.parts.get(name);
  }
}
