// What CSS and HTML alone cannot give to the keyboard. Without this script everything can still be read and reached.

// A box that scrolls must take the focus, or the keyboard cannot scroll it. Material wraps tables in such boxes.
function openToKeyboard(box) {
  if (box.scrollWidth > box.clientWidth) {
    const before = [...document.querySelectorAll("h1, h2, h3")].filter(
      (heading) => heading.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    box.tabIndex = 0;
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", before.at(-1)?.firstChild.textContent ?? document.title);
  } else {
    box.removeAttribute("tabindex");
    box.removeAttribute("role");
    box.removeAttribute("aria-label");
  }
}

const resized = new ResizeObserver((entries) => entries.forEach(({ target }) => openToKeyboard(target)));

// After the present task: Material wraps its tables in it.
setTimeout(() => {
  for (const box of document.querySelectorAll(".md-typeset__scrollwrap, .md-typeset pre > code, .evidence-map")) resized.observe(box);
});

// The menu closes as menus do: with Escape, and when one goes elsewhere.
const menu = document.querySelector(".menu");
if (menu) {
  menu.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("focusin", ({ target }) => { if (!menu.contains(target)) menu.open = false; });
  document.addEventListener("click", ({ target }) => { if (!menu.contains(target)) menu.open = false; });
}
