// The list below the field: links, for keys, fingers and screen readers alike.

import { Engine } from "./engine.js";
import { Results, corrected, element } from "./results.js";
import { wordsOf } from "./words.js";

const AT_ONCE = 10; // results shown before “Show more”
const MOST = 50; // results in all: nobody reads more
const PAUSE_MS = 120; // between the last key and the search
const SPOKEN_AFTER_MS = 600; // a screen reader is told when the typing has stopped

export async function openPanel(search, asked) {
  try {
    new Panel(search, await Engine.load(asked)).begin();
  } catch (fault) {
    search.querySelector(".search__count").textContent = "The search did not load. Are you offline? Type on to try again.";
    throw fault;
  }
}

class Panel {
  constructor(search, engine) {
    this.search = search;
    this.engine = engine;
    this.field = search.querySelector(".search__field");
    this.panel = search.querySelector(".search__panel");
    this.count = search.querySelector(".search__count");
    this.list = element("ol", "finds");
    this.list.setAttribute("aria-label", "Pages found");
    this.more = element("button", "search__more", "Show more");
    this.more.type = "button";
    this.help = element("ul", "search__help", ...engine.index.help.map((one) => this.helpItem(one)));
    this.status = element("p", "unseen");
    this.status.setAttribute("role", "status");
    this.panel.append(this.list, this.more, this.help);
    search.append(this.status);
    this.latest = 0;
  }

  begin() {
    this.field.addEventListener("input", () => this.typed());
    this.more.addEventListener("click", () => this.showMore());
    this.search.addEventListener("keydown", (event) => this.pressed(event));
    this.search.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.list.querySelector("a")?.focus(); // and the keyboard of a telephone makes room
    });
    this.typed();
  }

  helpItem([address, name]) {
    const link = element("a", "", name);
    link.href = new URL(`../${address}`, this.engine.folder).href;
    return element("li", "", link);
  }

  pressed(event) {
    const links = [...this.panel.querySelectorAll("a, button")].filter((one) => one.checkVisibility?.() ?? one.offsetParent);
    const stops = [this.field, ...links];
    const place = stops.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (place < 0 || !step) return;
    event.preventDefault();
    this.search.classList.add("search--open");
    stops[Math.max(0, Math.min(place + step, stops.length - 1))].focus();
  }

  typed() {
    clearTimeout(this.waiting);
    const number = ++this.latest;
    if (wordsOf(this.field.value).join("").length > 1) {
      this.search.setAttribute("aria-busy", "true");
      this.waiting = setTimeout(() => this.look(number), PAUSE_MS);
    } else {
      this.search.removeAttribute("aria-busy");
      this.list.replaceChildren();
      this.show("Type what hurts, or the name of something. For example: calf cramp.", { help: true, spoken: false });
    }
  }

  async look(number) {
    const text = this.field.value.trim();
    let show = () => this.show("The search did not load. Are you offline? Type on to try again.", { help: true });
    try {
      const { pages, terms } = await this.engine.find(this.field.value);
      const first = await this.engine.show(pages.slice(0, AT_ONCE));
      show = () => this.showFirst(text, terms, pages.slice(0, MOST), first);
    } catch {
      this.list.replaceChildren();
    }
    if (number !== this.latest) return; // the reader typed on
    show();
    this.search.removeAttribute("aria-busy");
  }

  showFirst(text, terms, pages, first) {
    this.found = { pages, results: new Results(this.engine.vocabulary, terms) };
    this.list.replaceChildren(...this.items(first, 0));
    this.panel.scrollTop = 0;
    if (!first.length) {
      this.show(`Nothing found for “${text}”. Try one plain word, such as knee, or look at the spelling.`, { help: true });
      return;
    }
    const put = corrected(text, terms);
    const number = pages.length;
    const told = number === 1 ? "1 page found." : number === MOST ? `The best ${MOST} pages.` : `${number} pages found.`;
    this.show(put ? `Showing results for “${put}”. ${told}` : told, { more: number > AT_ONCE });
  }

  items(pages, from) {
    return pages.map((page, place) => this.found.results.item(page, `find-${from + place}`));
  }

  async showMore() {
    const from = this.list.children.length;
    const more = this.items(await this.engine.show(this.found.pages.slice(from, from + AT_ONCE)), from);
    this.list.append(...more);
    more[0].querySelector("a").focus();
    this.more.hidden = this.list.children.length >= this.found.pages.length;
  }

  // Says how it went; a screen reader hears it once the typing has stopped.
  show(words, { help = false, more = false, spoken = true }) {
    this.count.textContent = words;
    this.help.hidden = !help;
    this.more.hidden = !more;
    clearTimeout(this.speaking);
    this.speaking = setTimeout(() => { this.status.textContent = spoken ? words : ""; }, SPOKEN_AFTER_MS);
  }
}
