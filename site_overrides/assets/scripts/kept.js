// What this browser keeps for its reader, for all our scripts: nothing of it is sent anywhere.
// A browser that keeps nothing, such as one whose reader blocks cookies, refuses even to be asked: then all works, and
// is forgotten with the page.
globalThis.selfcareKept = (() => {
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
  return { inBrowser: box(() => localStorage), inTab: box(() => sessionStorage) };
})();
