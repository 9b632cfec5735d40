// What a browser laid out: the words that can be seen, and those that something cuts off or covers.
(() => {
  const seen = (node) => {
    const element = node.parentElement;
    const left = "script, style, template, noscript, title, desc, option, .unseen, .md-skip, .contents__title";
    if (!element || element.closest(left)) return false;
    return element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  };

  const textNodes = () => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.textContent.trim() && seen(node)) found.push(node);
    }
    return found;
  };

  const boxesOf = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
  };

  const quoted = (node) => `“${node.textContent.trim().slice(0, 40)}”`;

  const words = () =>
    textNodes().filter((node) => boxesOf(node).length).map((node) => node.textContent.trim().replace(/\s+/g, " "));

  const cutOff = () => {
    const width = document.documentElement.clientWidth;
    const cut = [];
    for (const node of textNodes()) {
      for (const box of boxesOf(node)) {
        let scrolls = false;
        for (let around = node.parentElement; around !== document.documentElement; around = around.parentElement) {
          const { overflowX, overflowY, display } = getComputedStyle(around);
          if (/auto|scroll/.test(overflowX)) scrolls = true;
          if (scrolls || display === "inline" || !/hidden|clip/.test(overflowX + overflowY)) continue;
          const edge = around.getBoundingClientRect();
          const aside = box.left < edge.left - 1 || box.right > edge.right + 1;
          const below = box.top < edge.top - 1 || box.bottom > edge.bottom + 1;
          if (aside || below) cut.push(`${quoted(node)} is cut off by ${around.tagName}.${around.className}`);
        }
        if (!scrolls && (box.left < -1 || box.right > width + 1)) cut.push(`${quoted(node)} leaves the page`);
      }
    }
    return cut;
  };

  const covered = () => {
    const boxes = textNodes().flatMap((node) => boxesOf(node).map((box) => ({ node, box })));
    boxes.sort((one, other) => one.box.top - other.box.top);
    const found = [];
    boxes.forEach((one, place) => {
      for (const other of boxes.slice(place + 1)) {
        if (other.box.top >= one.box.bottom) break;
        if (other.node === one.node) continue;
        const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const high = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
        // Lines of large letters touch; a third of a line is more than that.
        if (wide > 2 && high > 0.35 * Math.min(one.box.height, other.box.height)) {
          found.push(`${quoted(other.node)} lies on ${quoted(one.node)}`);
        }
      }
    });
    return found;
  };

  return { words: words(), lost: [...new Set([...cutOff(), ...covered()])] };
})()
