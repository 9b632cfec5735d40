// Counts a routine out, step by step: <routine-player> reads the ordered list of the page it stands on, and keeps no
// words of its own about health. What to ask before, what to do when it hurts and what comes afterwards are copied from
// the page. Without this script the list is all there. Asks no host for anything; progress stays in this tab.

const GET_READY_S = 10; // to read the step, and to lay the hands on
const CHANGE_OVER_S = 10; // to change legs
const ASLEEP_S = 5; // a tick that comes later than this: the device slept, and nobody did the step
const ASK_AGAIN_MS = 60 * 60 * 1000; // after an hour the answers to the safety questions are old

const { button, inBrowser, inTab, make } = globalThis.selfcare; // selfcare.js

const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
const many = (count, one) => `${count} ${one}${count === 1 ? "" : "s"}`;

function inWords(seconds) {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  return [minutes && many(minutes, "minute"), rest && many(rest, "second")].filter(Boolean).join(" ");
}

function inMinutes(seconds) {
  return seconds < 60 ? "less than 1 minute" : `about ${many(Math.round(seconds / 60), "minute")}`;
}

// A copy to show elsewhere: without ids, which would be there twice, and links to places on the page.
function copyOf(element) {
  const copy = element.cloneNode(true);
  for (const part of [copy, ...copy.querySelectorAll("[id]")]) part.removeAttribute("id");
  for (const mark of copy.querySelectorAll(".cite")) mark.remove();
  return copy;
}

// The steps of the list: each with its seconds (a side, where the sides come one after the other) and its words.
function readSteps(list) {
  return [...list.querySelectorAll("li:has(> p > .dose)")].map((item) => {
    const dose = item.querySelector(".dose");
    const words = [...item.querySelectorAll(":scope > p")].slice(1);
    return {
      name: item.querySelector("strong").textContent,
      dose: dose.textContent,
      seconds: Number(dose.dataset.each ?? dose.dataset.once),
      isOnEach: "each" in dose.dataset,
      isOptional: item.querySelector(".optional") !== null,
      picture: item.querySelector("svg"),
      words: words.filter((one) => !one.matches(".easier")).map((one) => copyOf(one).textContent).join(" "),
      easier: words.find((one) => one.matches(".easier"))?.textContent ?? "",
    };
  });
}

// What happens one after the other: getting ready, doing a side, changing over, doing the other.
function planSession(steps, { shorter, sides }) {
  const chosen = steps.filter((step) => !(shorter && step.isOptional));
  return chosen.flatMap((step, place) => {
    const part = (kind, seconds, side) => ({ kind, seconds, side, step, number: place + 1, of: chosen.length });
    const turns = !step.isOnEach ? [""] : sides === "both" ? ["left", "right"] : [sides];
    return turns.flatMap((side, turn) => [
      part(turn ? "change" : "ready", turn ? CHANGE_OVER_S : GET_READY_S, side),
      part("work", step.seconds, side),
    ]);
  });
}

const timeFrom = (parts, place) => parts.slice(place).reduce((sum, part) => sum + part.seconds, 0);

// Two soft tones. Made here, so that there is no file to fetch.
function chime(context) {
  for (const [pitch, delay] of [[523, 0], [659, 0.25]]) {
    const start = context.currentTime + delay;
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.15, start + 0.05);
    volume.gain.exponentialRampToValueAtTime(0.001, start + 1.2);
    tone.connect(volume).connect(context.destination);
    tone.start(start);
    tone.stop(start + 1.3);
  }
}

// Only a voice of the device itself: others send the words to somebody's computer.
function ownVoice() {
  const language = document.documentElement.lang;
  const voices = globalThis.speechSynthesis?.getVoices().filter((voice) => voice.localService) ?? [];
  return voices.find((voice) => voice.lang === language) ?? voices.find((voice) => voice.lang.startsWith(language.slice(0, 2)));
}

class RoutinePlayer extends HTMLElement {
  connectedCallback() {
    this.article = this.closest("article");
    this.list = this.article.querySelector(".steps");
    this.steps = readSteps(this.list);
    this.key = `player ${location.pathname}`;
    this.parts = [];
    this.makeSetUp();
    this.makeDialog();
    this.takeUp(inTab.get(this.key));
    this.showStart();
    document.addEventListener("visibilitychange", () => this.keepAwake());
    globalThis.speechSynthesis?.addEventListener?.("voiceschanged", () => this.showVoice());
  }

  // What the reader chooses before the start.

  makeSetUp() {
    const optional = this.steps.filter((step) => step.isOptional).length;
    const box = (name, words, store) => {
      const input = make("input", { type: "checkbox", name, checked: store?.get(`player-${name}`) ?? false });
      input.addEventListener("change", () => store?.set(`player-${name}`, input.checked));
      return make("label", {}, input, words);
    };
    const side = (value, words) =>
      make("label", {}, make("input", { type: "radio", name: "sides", value, checked: value === "both" }), words);
    this.form = make("form", { className: "player-choices" });
    const how = make("fieldset", {}, make("legend", {}, "How"));
    if (optional) {
      const minutes = inMinutes(timeFrom(planSession(this.steps, { shorter: true, sides: "both" }), 0));
      how.append(box("shorter", `Shorter, ${minutes}: leave out ${many(optional, "optional step")}`));
    }
    if (this.steps.some((step) => step.easier)) how.append(box("lighter", "Lighter: show an easier way at each step"));
    how.append(box("sound", "A soft sound at the end of a step", inBrowser));
    how.append(box("speech", "Read the steps aloud", inBrowser));
    this.form.append(how);
    if (this.steps.some((step) => step.isOnEach)) {
      const which = make("fieldset", {}, make("legend", {}, "Which leg"));
      which.append(side("both", "Left, then right"), side("left", "Left only"), side("right", "Right only"));
      this.form.append(which);
    }
    this.form.addEventListener("change", ({ target }) => {
      if (["shorter", "sides"].includes(target.name)) this.forget(); // other steps: begin anew
      this.showStart();
    });
    this.startButton = button("", () => this.open(), "main");
    this.againButton = button("Start again", () => this.startAgain());
    this.total = make("p", { className: "player-total" });
    this.showVoice();
    this.append(this.startButton, this.againButton, this.total, this.form);
  }

  get choices() {
    const { shorter, lighter, sound, speech, sides } = this.form.elements;
    return {
      shorter: shorter?.checked ?? false,
      lighter: lighter?.checked ?? false,
      sound: sound.checked,
      speech: speech.checked && !speech.disabled,
      sides: sides?.value ?? "both",
    };
  }

  showVoice() {
    const { speech } = this.form.elements;
    speech.disabled = !ownVoice();
    speech.parentElement.lastChild.textContent = `Read the steps aloud${speech.disabled ? " (this device has no voice for it)" : ""}`;
  }

  showStart() {
    this.parts = planSession(this.steps, this.choices);
    const part = this.parts[this.place];
    const begun = this.place > 0;
    this.startButton.textContent = begun ? `Go on with step ${part.number} of ${part.of}` : "Start: count for me";
    this.againButton.hidden = !begun;
    const left = timeFrom(this.parts, this.place);
    this.total.textContent = `${many(this.parts.at(-1).of, "step")}, ${inMinutes(left)}${begun ? " left" : ""} with time to change over.`;
  }

  // Progress lives in this tab: closing the tab forgets it.

  takeUp(kept) {
    this.forget();
    if (!kept) return;
    const { shorter, lighter, sides } = this.form.elements;
    if (shorter) shorter.checked = kept.shorter;
    if (lighter) lighter.checked = kept.lighter;
    if (sides) sides.value = kept.sides;
    const parts = planSession(this.steps, this.choices);
    if (kept.of !== parts.length) return; // the page has changed since
    this.place = kept.place;
    this.answered = kept.answered;
  }

  forget() {
    this.place = 0;
    this.answered = 0;
    inTab.remove(this.key);
  }

  keepProgress() {
    const { shorter, lighter, sides } = this.choices;
    inTab.set(this.key, { place: this.place, of: this.parts.length, answered: this.answered, shorter, lighter, sides });
  }

  startAgain() {
    this.forget();
    this.open();
  }

  // The window over the page. While it is open the page behind takes no key and no touch.

  makeDialog() {
    this.window = make("dialog", { className: "player md-typeset" });
    this.window.setAttribute("aria-label", this.article.querySelector("h1").firstChild.textContent.trim());
    this.view = make("div", { className: "player-view" });
    this.status = make("p", { className: "unseen", role: "status" });
    this.window.append(this.view, this.status);
    this.window.addEventListener("close", () => this.rest());
    this.window.addEventListener("keydown", (event) => this.onKey(event));
    this.append(this.window);
  }

  open() {
    this.parts = planSession(this.steps, this.choices);
    this.sounds ??= this.choices.sound && globalThis.AudioContext ? new AudioContext() : undefined;
    this.window.showModal();
    if (Date.now() - this.answered > ASK_AGAIN_MS) this.askFirst();
    else this.begin(this.place);
  }

  rest() {
    this.halt();
    globalThis.speechSynthesis?.cancel();
    this.showStart();
    this.startButton.focus();
  }

  show(heading, ...content) {
    this.halt();
    this.controls = null;
    const title = make("h2", { tabIndex: -1 }, heading);
    this.view.replaceChildren(this.top(title), ...content);
    this.window.scrollTop = 0;
    title.focus();
  }

  top(title) {
    return make("div", { className: "player-top" }, title, button("Close", () => this.window.close()));
  }

  buttons(...entries) {
    const made = entries.map(([words, onclick], place) => button(words, onclick, place ? "" : "main"));
    return make("div", { className: "player-buttons" }, ...made);
  }

  cards(...kinds) {
    const found = kinds.flatMap((kind) => [...this.article.querySelectorAll(`.admonition.${kind}`)]);
    return found.filter((card) => !this.contains(card)).map(copyOf);
  }

  isBefore(card) {
    return card.compareDocumentPosition(this.list) & Node.DOCUMENT_POSITION_FOLLOWING;
  }

  askFirst() {
    const short = [...this.article.querySelectorAll(".admonition.stop, .admonition.ask-first")];
    this.show(
      "Before you start: is any of this true today?",
      ...short.filter((card) => this.isBefore(card)).map(copyOf),
      ...this.cards("emergency", "urgent"),
      this.buttons(
        ["No, none of it: start", () => { this.answered = Date.now(); this.begin(this.place); }],
        ["Yes, or I am not sure", () => this.notToday()],
      ),
    );
  }

  notToday() {
    const check = this.article.querySelector('.facts a[href$="is-massage-safe-today/"]');
    this.show(
      "Do not start yet",
      make("p", {}, "Go through the questions. They say what to do, and whom to ask: ", copyOf(check)),
      ...this.cards("emergency", "urgent"),
      this.buttons(["Close", () => this.window.close()]),
    );
  }

  itHurts() {
    const now = [...this.article.querySelectorAll("li:has(> strong.when-it-hurts)")];
    const troubles = this.article.querySelector("#what-to-do-if + ul");
    this.show(
      "Stop. Take your hands away.",
      ...now.map((item) => make("p", { className: "player-words" }, ...copyOf(item).childNodes)),
      this.buttons(
        ["It has eased: go on gently", () => this.begin(this.firstOf(this.place))],
        ["Leave this step out", () => this.begin(this.afterStep(this.place))],
        ["Stop for today", () => this.stopForToday()],
      ),
      ...this.cards("emergency", "urgent"),
      ...(troubles ? [make("h3", {}, "What to do if"), copyOf(troubles)] : []),
      ...this.cards("care"),
    );
    this.say("Stopped.");
  }

  stopForToday() {
    this.forget();
    this.window.close();
  }

  finish() {
    const afterwards = this.article.querySelector("#afterwards + ul");
    const next = this.article.querySelector("#what-next + ul");
    this.forget();
    this.show(
      "You have done all the steps",
      ...(afterwards ? [make("h3", {}, "Afterwards"), copyOf(afterwards)] : []),
      ...(next ? [make("h3", {}, "What next"), copyOf(next)] : []),
      this.buttons(["Close", () => this.window.close()]),
    );
    this.say("You have done all the steps.");
  }

  // One step at a time.

  firstOf(place) {
    return this.parts[place].kind === "work" ? place - 1 : place;
  }

  afterStep(place) {
    const { step } = this.parts[place];
    const next = this.parts.findIndex((part, other) => other > place && part.step !== step);
    return next < 0 ? this.parts.length : next;
  }

  begin(place) {
    if (place >= this.parts.length) {
      this.finish();
      return;
    }
    this.place = Math.max(0, place);
    this.left = this.parts[this.place].seconds;
    this.keepProgress();
    this.showPart();
    this.run();
  }

  showPart() {
    if (!this.controls) this.makeControls();
    const { kind, side, step, number, of } = this.parts[this.place];
    const { heading, side: sideMark, name, words, dose, picture, skip, next } = this.controls;
    heading.textContent = `Step ${number} of ${of}${kind === "ready" ? ": get ready" : kind === "change" ? ": change over" : ""}`;
    sideMark.textContent = side && `${side[0].toUpperCase()}${side.slice(1)} side`;
    sideMark.hidden = !side;
    name.textContent = step.name;
    dose.textContent = step.dose;
    words.textContent = this.choices.lighter && step.easier ? `${step.easier} ${step.words}` : step.words;
    picture.replaceChildren(...(step.picture ? [copyOf(step.picture)] : []));
    skip.textContent = kind === "work" ? "Skip" : "Begin";
    const after = this.parts[this.place + (kind === "work" ? 1 : 2)];
    next.textContent = !after ? "Next: the end" : after.kind === "change" ? `Next: ${after.side} side` : `Next: ${after.step.name}`;
    this.window.dataset.kind = kind;
    const sideWords = side ? ` ${side} side.` : "";
    if (kind === "work") this.say(`Begin.${sideWords} ${inWords(this.left)}.`);
    else if (kind === "change") this.say(`Change over. Now the ${side} side.`);
    else this.say(`Get ready. Step ${number} of ${of}: ${step.name}.${sideWords}`, words.textContent);
    this.showTime();
  }

  makeControls() {
    const controls = {
      heading: make("h2"),
      side: make("span", { className: "player-side" }),
      name: make("p", { className: "player-name" }),
      dose: make("span", { className: "dose" }),
      words: make("p", { className: "player-words" }),
      picture: make("div", { className: "player-picture" }),
      time: make("p", { className: "player-time", role: "timer" }),
      left: make("p", { className: "player-left" }),
      next: make("p", { className: "player-next" }),
      bar: make("progress"),
      back: button("Back", () => this.back()),
      pause: button("", () => this.pauseOrGoOn(), "main"),
      skip: button("Skip", () => this.begin(this.place + 1)),
      repeat: button("Repeat", () => this.begin(this.place)),
      hurts: button("Stop, it hurts", () => this.itHurts(), "stop"),
    };
    controls.bar.setAttribute("aria-label", "How much of the routine is done");
    const { heading, side, name, dose, words, picture, time, left, next, bar, back, pause, skip, repeat, hurts } = controls;
    this.view.replaceChildren(
      this.top(heading),
      bar,
      make("div", { className: "player-step" }, make("div", {}, name, side, dose), picture, words),
      make(
        "div",
        { className: "player-foot" },
        make("div", { className: "player-clock" }, time, make("div", {}, next, left)),
        make("div", { className: "player-buttons player-controls" }, back, pause, skip, repeat, hurts),
      ),
    );
    this.controls = controls;
    pause.focus();
    this.window.scrollTop = 0; // the focus may have scrolled to the foot
  }

  showTime() {
    const { time, left, bar, pause } = this.controls;
    const seconds = Math.ceil(this.left);
    const rest = seconds + timeFrom(this.parts, this.place + 1);
    const shown = clock(seconds);
    if (time.textContent !== shown) time.textContent = shown;
    left.textContent = `Left in all: ${inMinutes(rest)}`;
    bar.max = timeFrom(this.parts, 0);
    bar.value = bar.max - rest;
    pause.textContent = this.ticking ? "Pause" : "Go on";
  }

  run() {
    clearInterval(this.ticking);
    let last = performance.now();
    this.ticking = setInterval(() => {
      const now = performance.now();
      const passed = (now - last) / 1000;
      last = now;
      if (passed > ASLEEP_S) {
        this.pause("Paused, because the screen was off.");
        return;
      }
      this.left -= passed;
      if (this.left > 0) this.showTime();
      else this.endPart();
    }, 200);
    this.keepAwake();
    this.showTime();
  }

  endPart() {
    if (this.sounds && this.choices.sound && this.parts[this.place].kind === "work") chime(this.sounds);
    this.begin(this.place + 1);
  }

  halt() {
    clearInterval(this.ticking);
    this.ticking = 0;
    this.keepAwake();
  }

  pause(words) {
    this.halt();
    globalThis.speechSynthesis?.cancel();
    this.showTime();
    this.say(words);
  }

  pauseOrGoOn() {
    if (this.ticking) {
      this.pause("Paused.");
    } else {
      this.run();
      this.say("Going on.");
    }
  }

  // To the beginning of this side, and from there to what was before it.
  back() {
    const first = this.firstOf(this.place);
    const isFresh = this.parts[this.place].seconds - this.left < 3;
    this.begin(this.place > first && !isFresh ? this.place : this.firstOf(Math.max(0, first - 1)));
  }

  onKey(event) {
    if (!this.controls || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowRight") this.begin(this.place + 1);
    else if (event.key === "ArrowLeft") this.back();
    else if (event.key === " " && !event.target.closest("button, a")) this.pauseOrGoOn();
    else return;
    event.preventDefault();
  }

  // Quietly, for who cannot see it; aloud only where the reader asked for it.
  say(words, more = "") {
    this.status.textContent = words;
    if (!this.choices.speech) return;
    speechSynthesis.cancel();
    const spoken = new SpeechSynthesisUtterance(`${words} ${more}`);
    spoken.voice = ownVoice();
    spoken.lang = spoken.voice.lang;
    speechSynthesis.speak(spoken);
  }

  // A browser gives the lock back when its page is hidden, and refuses it when the battery is low.
  async keepAwake() {
    if (this.ticking && document.visibilityState === "visible") {
      this.awake ??= navigator.wakeLock?.request("screen").catch(() => undefined);
      const lock = await this.awake;
      if (lock?.released) this.awake = undefined;
    } else {
      const lock = await this.awake;
      this.awake = undefined;
      await lock?.release();
    }
  }
}

customElements.define("routine-player", RoutinePlayer);
