// Terms -> pages, the best first.

const OF_NAMES = 1.0; // how much a name counts that a query says in full, beside all the words of the page together
const STANDS_OUT = 0.8; // a warning goes first that has this share of the best page's score
const GOES_FIRST = 2; // of the three ways to warn in the index
const IS_NAMED = 0.98; // unless the query is the very name of the best page

// How telling a word is that stands on so many of all pages (Robertson and Sparck Jones, 1976, as BM25 has it).
const tells = (on, all) => Math.log(1 + (all - on + 0.5) / (on + 0.5));

export class Ranking {
  constructor(index, vocabulary) {
    this.index = index;
    this.vocabulary = vocabulary;
    this.all = index.pages.length;
  }

  // Lists the pages for terms as [page, score, how nearly a name of it is the query], the best first; `uses` maps a word's number to its pages and weights.
  rank(terms, uses) {
    const telling = terms.map((term) => this.telling(term));
    const whole = telling.reduce((sum, one) => sum + one, 0) || 1;
    const scores = new Map();
    terms.forEach((term, place) => {
      for (const [page, share] of this.shares(term, uses)) {
        const score = scores.get(page) ?? { said: 0, covered: 0 };
        score.said += share * telling[place];
        score.covered += telling[place] * Math.min(1, share * 4);
        scores.set(page, score);
      }
    });
    const ranked = [...scores].map(([page, { said, covered }]) => {
      const [kind, ...names] = this.index.pages[page];
      const named = Math.max(0, ...names.map((name) => this.named(name, terms, telling, whole)));
      const score = (said / whole) * (0.3 + 0.7 * (covered / whole)) + OF_NAMES * named;
      return [page, score * this.index.kinds[kind][1], named];
    });
    ranked.sort((one, other) => other[1] - one[1] || one[0] - other[0]);
    return this.warningsFirst(ranked);
  }

  telling(term) {
    const known = [...term.means].filter(([, near]) => near > 0.8).map(([number]) => this.vocabulary.on[number]);
    const others = [...term.means.keys()].map((number) => this.vocabulary.on[number]);
    const on = known.length ? Math.max(...known) : others.length ? Math.max(...others) : 0;
    return tells(on, this.all) * (term.means.size ? 1 : 0.5);
  }

  // How much of a term each page says: its best word counts.
  shares(term, uses) {
    const shares = new Map();
    for (const [number, near] of term.means) {
      for (const [page, weight] of uses.get(number) ?? []) {
        const share = (near * weight) / this.index.full;
        if (share > (shares.get(page) ?? 0)) shares.set(page, share);
      }
    }
    return shares;
  }

  // How nearly a query is a name: how much of the query the name says, and how much of the name the query says.
  named(name, terms, telling, whole) {
    let ofQuery = 0;
    const said = new Map();
    terms.forEach((term, place) => {
      let best = 0;
      for (const number of name) {
        const near = term.means.get(number) ?? 0;
        best = Math.max(best, near);
        said.set(number, Math.max(near, said.get(number) ?? 0));
      }
      ofQuery += best * telling[place];
    });
    let ofName = 0;
    let wholeName = 0;
    for (const number of new Set(name)) {
      if (this.vocabulary.ignored.has(this.vocabulary.words[number])) continue;
      const weight = tells(this.vocabulary.on[number], this.all);
      wholeName += weight;
      ofName += weight * (said.get(number) ?? 0);
    }
    if (!ofQuery || !wholeName) return 0;
    const [recall, precision] = [ofQuery / whole, ofName / wholeName];
    return ((2 * recall * precision) / (recall + precision)) ** 1.5;
  }

  // Of the words that may be meant by a misspelt one, shows that which says most of the best page.
  settleGuess(term, uses, best) {
    const weight = (number) => uses.get(number)?.find(([page]) => page === best)?.[1] ?? 0;
    const [number] = [...term.guesses].sort((one, other) => weight(other) - weight(one));
    if (number !== undefined) term.guessed = this.vocabulary.words[number];
  }

  warningsFirst(ranked) {
    const [, best, named] = ranked[0] ?? [null, 0, 0];
    const place = ranked.findIndex(([page]) => this.index.kinds[this.index.pages[page][0]][2] === GOES_FIRST);
    if (place > 0 && named < IS_NAMED && ranked[place][1] >= best * STANDS_OUT) ranked.unshift(...ranked.splice(place, 1));
    return ranked;
  }
}
