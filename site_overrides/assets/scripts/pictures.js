// Remembers in this browser how the reader likes the pictures. Without this script each page begins anew.

for (const input of document.querySelectorAll(".picture-settings input")) {
  const key = `selfcare-${input.name}`;
  const kept = localStorage.getItem(key);
  if (input.type === "radio") {
    if (kept !== null) input.checked = input.value === kept;
    input.addEventListener("change", () => localStorage.setItem(key, input.value));
  } else {
    if (kept !== null) input.checked = kept === "on";
    input.addEventListener("change", () => localStorage.setItem(key, input.checked ? "on" : "off"));
  }
}
