// Tables in a box .sortable sort by a column when its heading is pressed. Without this script they stay in their order.

const SURENESS = ["certainty-very-low", "certainty-low", "certainty-moderate", "certainty-high"];

// What to sort a cell by: how sure, a number, or its words. A number that is not given comes first.
function keyOf(cell) {
  const mark = cell.querySelector(".certainty");
  if (mark) return SURENESS.findIndex((name) => mark.classList.contains(name));
  const words = cell.textContent.trim();
  return cell.align === "right" ? Number(words.match(/\d+/) ?? 0) : words;
}

function sortBy(table, place, descending) {
  const rows = [...table.tBodies[0].rows].map((row) => ({ row, key: keyOf(row.cells[place]) }));
  rows.sort(({ key: a }, { key: b }) => (typeof a === "number" ? a - b : a.localeCompare(b, document.documentElement.lang)));
  if (descending) rows.reverse();
  table.tBodies[0].append(...rows.map(({ row }) => row));
}

for (const table of document.querySelectorAll(".sortable table")) {
  const headings = [...table.tHead.rows[0].cells];
  headings.forEach((heading, place) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const descending = heading.getAttribute("aria-sort") === "ascending";
      for (const other of headings) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
      sortBy(table, place, descending);
    });
  });
}
