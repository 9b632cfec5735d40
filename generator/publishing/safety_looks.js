// Looks at a built page without a clinic's own styles and with them, and tells what they do to the parts that keep
// readers safe. styles_in_browser.py runs it in each page; an answer names a rule by its place in the sheet.

globalThis.safetyLooks = (() => {
  const MOST_LINES = 8; // of a part, from its first to its last, at which it is looked whether they can be seen
  const MOST_LOOKS = 3; // at what no rule makes, before it is told nevertheless
  const LEAST_SHARE = 0.75; // of its width
  const LEAST_CONTRAST = 4.5; // WCAG 2.2, 1.4.3
  const HIGHEST_STAYING = 160; // px of what stays over the page while one scrolls: a fifth of a small screen
  const STATES = /:(?:hover|active|focus-visible|visited)\b/g;

  // What no style of a clinic may change on a part, or on anything in it.
  const LOOKS = [
    "display", "visibility", "opacity", "color", "-webkit-text-fill-color", "background-color", "background-image",
    "font-family", "font-size", "font-weight", "font-style", "line-height", "letter-spacing", "text-transform",
    "text-indent", "text-align", "direction", "writing-mode", "user-select", "pointer-events", "content",
    "border-left-width", "border-left-color", "border-top-width", "border-top-color", "box-shadow", "filter",
  ];
  // What hides all that is in a thing.
  const AROUND = [
    "opacity", "visibility", "filter", "clip-path", "mask-image", "transform", "overflow-x", "overflow-y",
    "column-count", "max-height", "content-visibility", "animation-name", "transition-property", "zoom",
  ];

  const style = (one, pseudo) => getComputedStyle(one, pseudo);
  const named = (one) => one.localName + [...one.classList].slice(0, 2).map((name) => `.${name}`).join("");
  const values = (one, names, pseudo) => names.map((name) => style(one, pseudo).getPropertyValue(name));

  let selectors = []; // of the parts, and what any of them matches
  let anyPart = "";
  let sheet = null;
  let rules = []; // of the sheet, in the order in which they are written
  let parts = [];

  // A colour of any notation as red, green and blue (0-255) and opacity (0-1).
  const brush = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
  function rgba(colour) {
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = brush.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  }
  const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
  function luminance(colour) {
    const [red, green, blue] = colour.map((part) => (part /= 255, part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
  function contrast(one, other) {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  }

  function* holdersOf(one) {
    for (let holder = one; holder; holder = holder.parentElement) yield holder;
  }
  const picturesBehind = (one) => [...holdersOf(one)].map((holder) => style(holder).backgroundImage).join();
  function contrastOf(one) {
    const colours = [...holdersOf(one)].map((holder) => rgba(style(holder).backgroundColor));
    const ground = colours.reverse().reduce((below, colour) => over(colour, below), [255, 255, 255, 1]);
    return contrast(over(rgba(style(one).color), ground), ground);
  }

  function* rulesIn(list) {
    for (const rule of list) {
      if (rule instanceof CSSStyleRule) yield rule;
      else if (rule instanceof CSSMediaRule) yield* rulesIn(rule.cssRules);
    }
  }

  const ownText = (one) => [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());

  function spread(all) {
    const every = (all.length - 1) / (MOST_LINES - 1);
    return all.length <= MOST_LINES ? all : Array.from({ length: MOST_LINES }, (_, at) => all[Math.round(at * every)]);
  }

  // Where lines of a part are on the page, from its first to its last.
  function linesOf(part) {
    const texts = [];
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
    const range = document.createRange();
    const lines = spread(texts).flatMap((text) => {
      range.selectNodeContents(text);
      return [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
    });
    return spread(lines).map((line) => ({ x: line.left + line.width / 2, y: line.top + line.height / 2 + scrollY }));
  }

  // How many lines of a part are there to see where a reader scrolls to each, and what lies over another.
  function seenOf(part) {
    const seen = { there: 0, by: "" };
    for (const { x, y } of linesOf(part)) {
      scrollTo({ top: y - innerHeight / 2, behavior: "instant" });
      const top = document.elementFromPoint(x, y - scrollY);
      if (top && part.contains(top)) seen.there++;
      else if (top) seen.by ||= named(top);
    }
    return seen;
  }

  function snapshot() {
    scrollTo({ top: 0, behavior: "instant" });
    const around = new Map();
    const all = parts.map((part) => {
      for (const one of holdersOf(part.parentElement)) if (!around.has(one)) around.set(one, values(one, AROUND));
      const inside = [part, ...part.querySelectorAll("*")].filter((one) => one === part || ownText(one));
      const { top, bottom, width, height } = part.getBoundingClientRect();
      return {
        looks: [...inside.map((one) => [one, values(one, LOOKS)]), ...["::before", "::after"].map((sign) => [part, values(part, LOOKS, sign)])],
        pictures: picturesBehind(part),
        contrast: Math.min(...inside.filter(ownText).map(contrastOf)),
        isThere: width > 1 && height > 1,
        isInline: style(part).display === "inline",
        top,
        bottom,
        width,
      };
    });
    const staying = [...document.querySelectorAll("body *")].filter((one) => ["fixed", "sticky"].includes(style(one).position));
    const result = { all, around, staying: staying.map((one) => [one, one.getBoundingClientRect().height]) };
    parts.forEach((part, at) => (all[at].seen = seenOf(part)));
    return result;
  }

  // The first thing that differs on a part between two looks.
  function difference(off, on) {
    for (const [one, before] of off.around) {
      const at = before.findIndex((value, place) => value !== on.around.get(one)[place]);
      if (at >= 0) return { part: parts.find((part) => one.contains(part)), what: `${AROUND[at]} of ${named(one)}, in which it stands` };
    }
    for (const [place, part] of parts.entries()) {
      const what = off.all[place].isThere ? changeOf(off.all[place], on.all[place]) : null;
      if (what) return { part, what };
    }
    const blocks = parts.map((_, at) => at).filter((at) => off.all[at].isThere && !off.all[at].isInline);
    for (const at of blocks) {
      const passed = blocks.find((other) => off.all[other].bottom <= off.all[at].top && on.all[other].top >= on.all[at].bottom);
      if (passed !== undefined) return { part: parts[passed], what: "it comes behind what it came before" };
    }
    for (const [one, height] of on.staying) {
      const before = off.staying.find(([other]) => other === one)?.[1] ?? 0;
      if (height > HIGHEST_STAYING && height > before + 1) {
        return { part: parts[0], what: `${named(one)} stays over the page, ${Math.round(height)} px high` };
      }
    }
    return null;
  }

  function changeOf(off, on) {
    for (const [at, [one, before]] of off.looks.entries()) {
      const after = on.looks[at][1];
      const place = before.findIndex((value, number) => value !== after[number]);
      if (place >= 0) return `${LOOKS[place]} of ${named(one)}: ${before[place]} → ${after[place]}`;
    }
    if (on.pictures !== off.pictures) return "a picture lies behind it";
    if (on.contrast < LEAST_CONTRAST && on.contrast < off.contrast) return `its words have a contrast of ${on.contrast.toFixed(1)} to what lies behind them`;
    if (!on.isThere) return "it has no room";
    if (on.seen.there < off.seen.there) return on.seen.by ? `${on.seen.by} lies over it` : "its words lie outside the page";
    if (!off.isInline && on.width < LEAST_SHARE * off.width) return `its width: ${Math.round(off.width)} px → ${Math.round(on.width)} px`;
    if (on.top > 1.3 * off.top + 300) return `it stands ${Math.round(on.top - off.top)} px further down`;
    return null;
  }

  // Words that a rule reaches must be read as well: a part may have the clinic's colours, if they can be read.
  function unreadable() {
    const reached = new Set(rules.filter((rule) => rule.style.length).flatMap((rule) => [...document.querySelectorAll(rule.selectorText)]));
    const words = [...reached].flatMap((one) => [one, ...one.querySelectorAll("*")]).filter((one) => ownText(one) && one.checkVisibility());
    const pale = words.map((one) => [one, contrastOf(one)]).filter(([, ratio]) => ratio < LEAST_CONTRAST);
    sheet.disabled = true;
    const found = pale.find(([one, ratio]) => ratio < contrastOf(one));
    sheet.disabled = false;
    return found && { part: null, what: `the words of ${named(found[0])} have a contrast of ${found[1].toFixed(1)}` };
  }

  // The rule that makes a difference: alone, or where no rule does it alone, one without which it is not there.
  function blame(makes) {
    const live = rules.filter((rule) => rule.style.length);
    const written = new Map(live.map((rule) => [rule, rule.style.cssText]));
    const withOnly = (keeps) => {
      for (const rule of live) rule.style.cssText = keeps(rule) ? written.get(rule) : "";
      return makes();
    };
    const guilty = live.find((rule) => withOnly((other) => other === rule)) ?? live.find((rule) => !withOnly((other) => other !== rule));
    withOnly(() => true);
    return rules.indexOf(guilty);
  }

  return {
    // Find the clinic's sheet and the parts on this page, and leave out the rules that were told; give how many rules
    // the sheet has, or 0 where the page has no such sheet.
    begin(all, address, told) {
      selectors = all;
      anyPart = all.join();
      sheet = [...document.styleSheets].find((one) => one.href && new RegExp(address).test(new URL(one.href).pathname));
      if (!sheet) return 0;
      for (const folded of document.querySelectorAll("article details")) folded.open = true;
      const found = [...document.querySelectorAll(anyPart)];
      for (const one of found) one.hidden = false;
      parts = found.filter((one) => !one.parentElement.closest(anyPart));
      rules = [...rulesIn(sheet.cssRules)];
      for (const index of told) rules[index].style.cssText = "";
      return rules.length;
    },

    // Tell the first fault of what the page shows now, and leave its rule out from then on. What no rule makes came from
    // a script of the page in between, and is gone at another look.
    look(scheme, isInStates) {
      document.body.setAttribute("data-md-color-scheme", scheme);
      const written = rules.map((rule) => rule.selectorText);
      if (isInStates) for (const rule of rules) rule.selectorText = rule.selectorText.replace(STATES, "");
      let fault = null;
      for (let looks = 0; looks < MOST_LOOKS && (fault?.index ?? -1) < 0; looks++) {
        sheet.disabled = true;
        const off = snapshot();
        sheet.disabled = false;
        const changed = () => difference(off, snapshot());
        const [found, makes] = [changed, unreadable].map((see) => [see(), see]).find(([seen]) => seen) ?? [];
        fault = found && { index: blame(makes), what: found.what, part: selectors.findIndex((one) => found.part?.matches(one)) };
        if (!fault) break;
      }
      rules.forEach((rule, at) => (rule.selectorText = written[at]));
      if (fault?.index >= 0) rules[fault.index].style.cssText = "";
      return fault ?? null;
    },

    // Go on in the player, which asks about safety, counts, and says what to do when it hurts; tell whether it is open.
    play(view) {
      const words = { asks: "Start", counts: "No, none", hurts: "Stop, it hurts" }[view];
      [...document.querySelectorAll("routine-player button")].find((one) => one.textContent.startsWith(words))?.click();
      return document.querySelector("dialog[open]") !== null;
    },
  };
})();
