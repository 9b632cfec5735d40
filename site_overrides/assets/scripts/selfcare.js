// What our other scripts share: what this browser keeps for its reader, and how elements are made.
globalThis.selfcare = (() => {
  // Nothing of what is kept is sent anywhere. A browser that keeps nothing, such as one whose reader blocks cookies,
  // refuses even to be asked: then all works, and is forgotten with the page.
  const box = (open) => {
    const attempt = (use) => {
      try {
        return use(open());
      } catch {
        return null;
      }
    };
    return {
      get: (key) => attempt((store) => JSON.parse(store.getItem(`selfcare-${key}`))),
      set: (key, value) => attempt((store) => store.setItem(`selfcare-${key}`, JSON.stringify(value))),
      remove: (key) => attempt((store) => store.removeItem(`selfcare-${key}`)),
    };
  };

  // Attributes go by the names of HTML or of the element's properties.
  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name in element) element[name] = value;
      else element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  };

  // A button of ours (buttons.css); `kind` says how much it matters: main, or quiet.
  const button = (words, onclick, kind = "") =>
    make("button", { type: "button", className: kind ? `button button--${kind}` : "button", onclick }, words);

  return { inBrowser: box(() => localStorage), inTab: box(() => sessionStorage), make, button };
})();
