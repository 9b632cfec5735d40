// What a browser laid out: gives `words` that can be seen, and `lost` that something cuts off or covers.
(() => {
  // Each element is asked once: most have many pieces of text below them.
  const once = (ask) => {
    const known = new Map();
    return (element) => {
      if (!known.has(element)) known.set(element, ask(element));
      return known.get(element);
    };
  };

  const seen = once((element) => {
    const left = "script, style, template, noscript, title, desc, option, .unseen, .md-skip, .contents__title";
    if (!element || element.closest(left)) return false;
    return element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  });

  const textNodes = () => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.textContent.trim() && seen(node.parentElement)) found.push(node);
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

  const pieces = once((node) => boxesOf(node));

  // What lies around an element, from the inside out: whether it scrolls sideways, and its edge if it cuts off.
  const around = once((element) => {
    if (element === document.documentElement) return [];
    const { overflowX, overflowY, display } = getComputedStyle(element);
    const scrolls = /auto|scroll/.test(overflowX);
    const cuts = display !== "inline" && /hidden|clip/.test(overflowX + overflowY);
    const edge = cuts && !scrolls ? element.getBoundingClientRect() : null;
    const outer = around(element.parentElement);
    return scrolls || edge ? [{ element, scrolls, edge }, ...outer] : outer;
  });

  const cutOff = () => {
    const width = document.documentElement.clientWidth;
    const cut = [];
    for (const node of textNodes()) {
      for (const box of pieces(node)) {
        let inScroll = false;
        for (const { element, scrolls, edge } of around(node.parentElement)) {
          if (scrolls) inScroll = true;
          if (inScroll) break;
          const aside = box.left < edge.left - 1 || box.right > edge.right + 1;
          const below = box.top < edge.top - 1 || box.bottom > edge.bottom + 1;
          if (aside || below) cut.push(`${quoted(node)} is cut off by ${element.tagName}.${element.className}`);
        }
        if (!inScroll && (box.left < -1 || box.right > width + 1)) cut.push(`${quoted(node)} leaves the page`);
      }
    }
    return cut;
  };

  const covered = () => {
    const boxes = textNodes().flatMap((node) => pieces(node).map((box) => ({ node, box })));
    boxes.sort((one, other) => one.box.top - other.box.top);
    const found = [];
    boxes.forEach((one, place) => {
      for (let next = place + 1; next < boxes.length; next++) {
        const other = boxes[next];
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

  return { words, lost: () => [...new Set([...cutOff(), ...covered()])] };
})()
