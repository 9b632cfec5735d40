// Remembers in this browser how the reader likes the pictures. Without this script each page begins anew.

const { inBrowser } = globalThis.selfcare;

for (const input of document.querySelectorAll(".picture-settings input")) {
  const key = input.name;
  const before = inBrowser.get(key);
  if (input.type === "radio") {
    if (before !== null) input.checked = input.value === String(before);
    input.addEventListener("change", () => inBrowser.set(key, input.value));
  } else {
    if (before !== null) input.checked = before;
    input.addEventListener("change", () => inBrowser.set(key, input.checked));
  }
}
