// What Material 9.8.1 and Zensical 0.0.73 write into every page as scripts: where the site begins, what this browser
// keeps for it, and the colours that a reader chose, set before anything is painted. As a file it comes once, and a
// strict Content-Security-Policy lets it run. The names are those that the theme's own script asks for.

var __md_scope = new URL("../../", document.currentScript.src);

var __md_hash = (words) => [...words].reduce((hash, sign) => (hash << 5) - hash + sign.charCodeAt(0), 0);

// A browser that keeps nothing throws when it is asked.
var __md_get = (key, storage, scope = __md_scope) => {
  try {
    return JSON.parse((storage ?? localStorage).getItem(`${scope.pathname}.${key}`));
  } catch {
    return null;
  }
};

var __md_set = (key, value, storage, scope = __md_scope) => {
  try {
    (storage ?? localStorage).setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
  } catch {
    // Then the next page begins without it.
  }
};

{
  const chosen = __md_get("__palette")?.color;
  if (chosen) {
    const follows = chosen.media === "(prefers-color-scheme)";
    const shade = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
    const option = follows && document.querySelector(`[data-md-color-media="(prefers-color-scheme: ${shade})"]`);
    for (const [key, value] of Object.entries(chosen)) {
      const name = `data-md-color-${key}`;
      document.body.setAttribute(name, (option && option.getAttribute(name)) || value);
    }
  }
}
