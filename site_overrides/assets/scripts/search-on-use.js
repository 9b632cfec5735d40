// Fetches Material's script, which is most of what a page would load, when somebody begins to search.

const found = document.getElementById("search-script")?.content.querySelector('script[src*="/bundle."]');
const field = document.querySelector('[data-md-component="search-query"]');
if (found && field) {
  const start = () => {
    const script = document.createElement("script");
    script.src = found.getAttribute("src");
    document.body.append(script);
    field.removeEventListener("focus", start);
    removeEventListener("keydown", onKey);
  };
  const onKey = (event) => {
    if (event.key !== "/" || event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    field.focus();
  };
  field.addEventListener("focus", start);
  addEventListener("keydown", onKey);
}
