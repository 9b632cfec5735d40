// The part of the search that is on every page: the field opens and closes. All else (search/) is asked for when a reader
// turns to the field, and not before.

const search = document.querySelector(".search");
const MODULES = ["panel", "engine", "query", "ranking", "results", "vocabulary", "words"];

function startSearch(search) {
  const field = search.querySelector(".search__field");
  const isNarrow = matchMedia("(max-width: 59.984375em)"); // there the field is a button, as search.css has it
  let started = null;

  // All at once, for on a slow line each wait is long.
  const load = () => {
    started ??= (async () => {
      const folder = new URL(search.dataset.scripts, document.baseURI);
      const index = fetch(new URL(search.dataset.index, document.baseURI), { cache: "no-cache" });
      index.catch(() => {}); // the panel tells of it
      for (const name of MODULES) {
        const link = document.createElement("link");
        link.rel = "modulepreload";
        link.href = new URL(`${name}.js`, folder).href;
        document.head.append(link);
      }
      const { openPanel } = await import(new URL("panel.js", folder).href);
      await openPanel(search, index);
    })().catch(() => {
      started = null; // offline, say: the next key tries again, and Enter leads to the page of all names
    });
  };
  const open = () => search.classList.add("search--open");
  const close = () => search.classList.remove("search--open");

  field.addEventListener("focus", () => {
    load();
    if (isNarrow.matches) open();
  });
  for (const event of ["click", "input"]) field.addEventListener(event, open);
  field.addEventListener("input", load);
  search.querySelector(".search__close").addEventListener("click", () => {
    close();
    field.blur();
  });
  search.querySelector("form").addEventListener("reset", () => {
    setTimeout(() => {
      field.dispatchEvent(new Event("input"));
      field.focus();
    });
  });
  search.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !search.classList.contains("search--open")) return;
    event.preventDefault(); // or the browser empties the field
    field.focus();
    close();
  });
  search.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !search.contains(relatedTarget)) close();
  });
  document.addEventListener("pointerdown", ({ target }) => { if (!search.contains(target)) close(); });
  // With Control or Command, for a key of one letter alone can be pressed, or said aloud, by mistake (WCAG 2.1.4).
  document.addEventListener("keydown", (event) => {
    if (event.key !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    field.focus();
    open();
  });
  if (document.activeElement === field) load();
}

if (search) startSearch(search);
