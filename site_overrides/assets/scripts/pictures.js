// Remembers in this browser how the reader likes the pictures. Without this script each page begins anew.

// A browser that keeps nothing, such as one whose reader blocks cookies, refuses even to be asked.
const kept = (key) => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};
const keep = (key, value) => {
  try {
    localStorage.setItem(key, value);
  } catch {
    // The choice holds on this page.
  }
};

for (const input of document.querySelectorAll(".picture-settings input")) {
  const key = `selfcare-${input.name}`;
  const before = kept(key);
  if (input.type === "radio") {
    if (before !== null) input.checked = input.value === before;
    input.addEventListener("change", () => keep(key, input.value));
  } else {
    if (before !== null) input.checked = before === "on";
    input.addEventListener("change", () => keep(key, input.checked ? "on" : "off"));
  }
}
