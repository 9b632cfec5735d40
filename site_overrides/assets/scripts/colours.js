// Puts the colours in place that the reader chose, before anything is painted: hence a file of its own, and not deferred.
// Stands in for Material's palette, and keeps the choice where Material kept it. Without it the colours follow the device.

{
  const root = document.documentElement;
  root.classList.replace("no-js", "js");

  const key = `${new URL("../..", document.currentScript.src).pathname}.__palette`;
  const options = [...document.querySelectorAll(".md-option")];
  const dark = matchMedia("(prefers-color-scheme: dark)");

  // A browser that keeps nothing, such as one whose reader blocks cookies, refuses even to be asked.
  const kept = () => {
    try {
      return JSON.parse(localStorage.getItem(key))?.index ?? 0;
    } catch {
      return 0;
    }
  };

  const show = (index) => {
    const { mdColorMedia: media, mdColorScheme: scheme, mdColorPrimary: primary, mdColorAccent: accent } = options[index].dataset;
    const follows = media === "(prefers-color-scheme)";
    const color = { media, scheme: follows ? (dark.matches ? "slate" : "default") : scheme, primary, accent };
    for (const [name, value] of Object.entries(color)) document.body.setAttribute(`data-md-color-${name}`, value);
    options.forEach((option, place) => {
      option.checked = place === index;
      option.nextElementSibling.hidden = place !== index;
    });
    return color;
  };

  if (options.length) {
    show(options[kept()] ? kept() : 0);
    options.forEach((option, index) =>
      option.addEventListener("change", () => {
        const color = show(index);
        try {
          localStorage.setItem(key, JSON.stringify({ index, color }));
        } catch {
          // The choice holds on this page.
        }
      }),
    );
    dark.addEventListener("change", () => show(options.findIndex((option) => option.checked)));
  }
}
