// What readers expect of any page, and what Material's own script, thirty times as large, did for us.
// Without this script everything can still be read and reached.

const { button, make } = globalThis.selfcare;

// The contents beside the text mark the section that is being read: the last heading above the upper third.
const entries = new Map();
for (const link of document.querySelectorAll('[data-md-component="toc"] a')) {
  const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (heading) entries.set(heading, link);
}
if (entries.size) {
  const passed = new Set();
  const follow = new IntersectionObserver((changes) => {
    for (const { target, isIntersecting } of changes) passed[isIntersecting ? "add" : "delete"](target);
    const here = [...entries.keys()].filter((heading) => passed.has(heading)).at(-1);
    for (const [heading, link] of entries) {
      link.classList.toggle("md-nav__link--active", heading === here);
      if (heading === here) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
  }, { rootMargin: "1000000px 0px -66% 0px" });
  for (const heading of entries.keys()) follow.observe(heading);
}

// A link into something folded opens it.
function unfold() {
  const target = document.querySelector(":target");
  const folded = target && target.closest("details:not([open])");
  if (!folded) return;
  folded.open = true;
  target.scrollIntoView();
}
addEventListener("hashchange", unfold);
unfold();

// Blocks of code can be copied.
const words = document.querySelector("[data-copy]")?.dataset;
if (words && navigator.clipboard) {
  for (const code of document.querySelectorAll("pre > code")) {
    const said = make("span", { role: "status", className: "copy__said" });
    const onclick = async () => {
      await navigator.clipboard.writeText(code.textContent);
      said.textContent = words.copied;
      setTimeout(() => { said.textContent = ""; }, 3000);
    };
    code.parentElement.append(make("div", { className: "copy-bar" }, said, button(words.copy, onclick, "quiet")));
  }
}
