// Keeps pages for reading without a connection, where the build has a worker for it (service-worker.js), and gives readers
// the buttons to save a guide. Without this script, and while the site is being written, nothing is kept.

const { button, make } = globalThis.selfcare;
const site = new URL("../..", document.currentScript.src);
const article = document.querySelector("article[data-worker]");

// A word to the worker, and its answer.
async function ask(act, url = location.href) {
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  const answered = new Promise((resolve) => { port1.onmessage = ({ data }) => resolve(data); });
  active.postMessage({ act, url }, [port2]);
  const { done, fault } = await answered;
  if (fault) throw new Error(fault);
  return done;
}

// Trusted Types stop an address of a script that no policy let through: this one lets through what is of this site.
function trusted(url) {
  const createScriptURL = (address) => {
    if (!address.startsWith(site.href)) throw new TypeError(`${address} is not of this site.`);
    return address;
  };
  return globalThis.trustedTypes?.createPolicy("selfcare-worker", { createScriptURL }).createScriptURL(url.href) ?? url;
}

async function start() {
  const isNew = !navigator.serviceWorker.controller;
  // "none": the host is asked for a new worker, and not the browser's own cache of a day.
  await navigator.serviceWorker.register(trusted(new URL(article.dataset.worker, location)), { updateViaCache: "none" });
  if (isNew) await ask("visit");
}

// A site that was served here before may have left its worker behind.
async function stop() {
  const found = (await navigator.serviceWorker.getRegistrations()).filter(({ scope }) => scope === site.href);
  if (!found.length) return;
  await Promise.all(found.map((registration) => registration.unregister()));
  const names = (await caches.keys()).filter((name) => name.startsWith(`selfcare ${site.pathname} `));
  await Promise.all(names.map((name) => caches.delete(name)));
}

// The button above the title of a guide. Its place is there from the start, so that nothing moves.
async function offerToSave(place) {
  const words = place.dataset;
  const said = make("span", { role: "status" });
  const here = new URL(location.pathname, location).href;
  const show = (saved, text = saved ? words.saved : "") => {
    said.textContent = text;
    toggle.textContent = saved ? words.remove : words.save;
    toggle.dataset.saved = saved;
  };
  const toggle = button(words.save, async () => {
    if (toggle.disabled) return;
    const saved = toggle.dataset.saved === "true";
    said.textContent = saved ? "" : words.saving;
    try {
      await ask(saved ? "remove" : "save", here);
      show(!saved);
    } catch {
      show(saved, words.failed);
    }
  }, "quiet");
  const { saved } = await ask("list");
  place.append(said, toggle);
  show(saved.some(({ url }) => url === here));
}

// The lists on the page of saved guides.
async function showLists(box) {
  const words = box.dataset;
  const dated = (date) => new Date(date).toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "long", year: "numeric" });
  const fill = (place, guides, isSaved) => {
    const rows = guides.map(({ url, title, date }) => {
      const link = make("a", { href: url }, title ?? url);
      const row = make("li", {}, link, ` (${words.copy} ${dated(date)}) `);
      if (isSaved) {
        const remove = button(words.remove, async () => {
          await ask("remove", url);
          await draw();
          place.focus();
        }, "quiet");
        remove.setAttribute("aria-label", `${words.remove}: ${link.textContent}`);
        row.append(remove);
      }
      return row;
    });
    const shown = rows.length ? make("ul", {}, ...rows) : make("p", {}, isSaved ? words.nothing : words.none);
    place.replaceChildren(shown);
  };
  const draw = async () => {
    const { saved, visited } = await ask("list");
    for (const [name, guides] of Object.entries({ saved, visited: visited.filter(({ url }) => url !== new URL(location.pathname, location).href) })) {
      const place = box.querySelector(`.kept__${name}`);
      place.tabIndex = -1;
      fill(place, guides, name === "saved");
    }
  };
  await draw();
}

// The worker sends readers here who want a page that is not kept.
function tellMissing(box) {
  const wanted = new URLSearchParams(location.search).get("wanted");
  if (!wanted) return;
  const url = new URL(wanted, site);
  if (!url.href.startsWith(site.href)) return;
  const link = make("a", { href: url.href }, url.pathname);
  box.before(make("p", { className: "offline-note" }, `${box.dataset.missing} `, link));
}

const box = document.querySelector(".kept");
if (box) tellMissing(box);
if (navigator.serviceWorker) {
  const begin = async () => {
    try {
      if (!article) return await stop();
      await start();
      const place = document.querySelector(".save");
      if (place) await offerToSave(place);
      if (box) await showLists(box);
    } catch {
      // A browser that keeps nothing, as in a private window: then there are no buttons.
    } finally {
      if (box) box.dataset.filled = "";
    }
  };
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin);
} else if (box) {
  box.dataset.filled = "";
}
