// In each page of a preview: it reloads this page when it is another one, and shows what is wrong until it is mended.
"use strict";
(() => {
  const script = document.currentScript;
  const state = script.src.replace(/preview\.js$/, "state");
  const page = decodeURIComponent(script.dataset.page);
  let hash = script.dataset.hash;
  let token = "";
  let asking = null;

  const STYLES = `
    :host { all: initial; }
    section { position: fixed; inset: auto 0 0; z-index: 2147483647; max-height: 70vh; overflow: auto; box-sizing: border-box;
      padding: 16px 20px 20px; background: #20141a; color: #fff; border-top: 6px solid #ff8a80;
      font: 16px/1.5 system-ui, sans-serif; box-shadow: 0 -8px 32px rgb(0 0 0 / .4); }
    h2 { margin: 0; font-size: 18px; }
    p { margin: 4px 0; }
    ol { margin: 0; padding: 0; list-style: none; }
    li { margin-top: 12px; padding-top: 12px; border-top: 1px solid #6b4c58; }
    .place { font: 15px/1.5 ui-monospace, monospace; color: #ffc9c4; overflow-wrap: anywhere; }
    pre { margin: 6px 0; padding: 8px 10px; overflow: auto; background: #000; font: 15px/1.4 ui-monospace, monospace; }
    mark { background: #ff8a80; color: #000; }
    .hint { color: #c8f7c5; }
    .code { color: #d9c6cd; font-size: 14px; }
  `;

  // Words come from files that anybody may have written: they are put in as text, never as HTML.
  const make = (name, words, ...children) => {
    const [tag, kind] = name.split(".");
    const made = document.createElement(tag);
    if (kind) made.className = kind;
    made.append(...(words ? [words] : []), ...children);
    return made;
  };

  const line = (fault) => {
    const signs = [...fault.excerpt];
    const at = fault.column - 1;
    const shown = make("pre");
    shown.append(`${String(fault.line).padStart(4)}  `, signs.slice(0, at).join(""));
    shown.append(make("mark", signs[at] || " "), signs.slice(at + 1).join(""));
    return shown;
  };

  const item = (fault) => {
    const made = make("li", "", make("p.place", fault.place), make("p", fault.message));
    if (fault.line && fault.excerpt) made.append(line(fault));
    if (fault.hint) made.append(make("p.hint", fault.hint));
    if (fault.code) made.append(make("p.code", `selfcare explain ${fault.code}`));
    return made;
  };

  const show = (faults) => {
    document.querySelector("selfcare-faults")?.remove();
    if (!faults.length) return;
    const host = document.createElement("selfcare-faults");
    const root = host.attachShadow({ mode: "open" });
    const count = faults.length === 1 ? "1 fault" : `${faults.length} faults`;
    const about = "Behind this is the last page that was sound. This goes away when the file is mended and saved.";
    const section = make("section", "", make("h2", count), make("p", about), make("ol", "", ...faults.map(item)));
    section.setAttribute("role", "alert");
    section.tabIndex = 0; // so that the keyboard can scroll it
    root.append(make("style", STYLES), section);
    document.body.append(host);
  };

  const ask = async () => {
    const stop = new AbortController();
    asking = stop;
    while (asking === stop) {
      try {
        const query = new URLSearchParams({ page, token });
        const answer = await (await fetch(`${state}?${query}`, { signal: stop.signal })).json();
        if (answer.page !== hash) {
          hash = answer.page;
          location.reload();
          return;
        }
        if (answer.token !== token) show(answer.faults);
        token = answer.token;
      } catch (fault) {
        if (fault.name === "AbortError") return;
        await new Promise((resolve) => setTimeout(resolve, 1000)); // the server may begin again
      }
    }
  };

  const look = () => {
    asking?.abort();
    asking = null;
    if (document.visibilityState === "visible") ask();
  };
  document.addEventListener("visibilitychange", look);
  addEventListener("pagehide", () => asking?.abort());
  look();
})();
