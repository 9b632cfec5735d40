// My plan: up to ten pages that a reader picks, and what was ticked this week. All of it stays in this browser.
{
  const { button, inBrowser, make } = globalThis.selfcare;
  const root = new URL("../../", document.currentScript.src);
  const here = location.pathname.slice(root.pathname.length);
  const planPage = new URL("my-plan/", root);
  const picked = () => inBrowser.get("plan") ?? [];
  const mostPicked = 10; // as many lines as the page of the plan has

  const readPage = (page) => ({
    name: page.querySelector("h1").firstChild.textContent.trim(),
    dose: page.querySelector(".take-home").dataset.dose,
  });

  // On a page that can be picked.
  const place = document.querySelector(".take-home");
  if (place) {
    const status = make("span", { role: "status" });
    const isPicked = () => picked().some(({ path }) => path === here);
    const press = button("", () => {
      const others = picked().filter(({ path }) => path !== here);
      if (isPicked()) {
        inBrowser.set("plan", others);
        status.textContent = "Taken out of your plan.";
      } else if (others.length >= mostPicked) {
        status.textContent = `Your plan is full: ${mostPicked} pages. Take one out first.`;
      } else {
        inBrowser.set("plan", [...others, { path: here, ...readPage(document), days: [] }]);
        status.textContent = isPicked() ? `In your plan: ${others.length + 1} of ${mostPicked}.` : "This browser keeps nothing, so there is no plan.";
      }
      show();
    });
    const toPlan = make("a", { href: planPage.href }, "See my plan");
    const show = () => {
      press.textContent = isPicked() ? "Take out of my plan" : "Add to my plan";
      toPlan.hidden = picked().length === 0;
    };
    show();
    place.append(press, toPlan, status);
  }

  // On the page of the plan itself.
  const list = document.querySelector(".plan");
  if (list) {
    const lines = [...list.children].map((line) => line.cloneNode(true));
    const nothing = make("p", { className: "plan-nothing" }, "Nothing is picked yet.");
    const status = make("p", { role: "status", className: "unseen" });
    const clear = button("Begin a new week", () => {
      inBrowser.set("plan", picked().map((entry) => ({ ...entry, days: [] })));
      status.textContent = "All ticks are gone.";
      show();
    });
    const print = button("Print", () => window.print());
    const bar = make("div", { className: "plan-buttons" }, print, clear);

    const change = (path, edit) => inBrowser.set("plan", picked().map((entry) => (entry.path === path ? edit(entry) : entry)));

    const fill = (line, { path, name, dose, days, isGone }, number) => {
      const link = make("a", { href: new URL(path, root).href }, name);
      const words = make("span", { className: "plan-dose" }, isGone ? "This page is not there any more." : dose);
      const out = button("Take out", () => {
        inBrowser.set("plan", picked().filter((entry) => entry.path !== path));
        status.textContent = `${name} is out of your plan.`;
        show();
        (list.querySelectorAll(".plan-out")[Math.min(number, picked().length - 1)] ?? document.querySelector("h1 + p")).focus();
      });
      out.classList.add("plan-out");
      out.setAttribute("aria-label", `Take out ${name}`);
      line.querySelector(".plan-name").append(link, words, out);
      line.querySelectorAll("input").forEach((box, day) => {
        box.setAttribute("aria-label", `${name}, ${box.getAttribute("aria-label")}`);
        box.checked = days.includes(day);
        box.addEventListener("change", () => {
          change(path, (entry) => ({ ...entry, days: box.checked ? [...entry.days, day] : entry.days.filter((other) => other !== day) }));
        });
      });
      return line;
    };

    const show = () => {
      const plan = picked();
      const empty = lines.map((line) => line.cloneNode(true)); // hidden on a screen; on paper one can write on them
      list.replaceChildren(...(plan.length ? plan.map((entry, number) => fill(empty[number], entry, number)) : empty));
      list.hidden = bar.hidden = plan.length === 0;
      nothing.hidden = plan.length > 0;
    };

    // The browser itself reads the page out of the answer: DOMParser takes text, which Trusted Types stop.
    const fetchPage = (url) => new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.responseType = "document";
      request.onloadend = () => resolve(request);
      request.open("GET", url);
      request.send();
    });

    // The names and doses of today: a page may have changed since it was picked. Without a network the old ones stay.
    const renew = async ({ path }) => {
      const { status, response: page } = await fetchPage(new URL(path, root));
      if (status === 404) change(path, (entry) => ({ ...entry, isGone: true }));
      if (status === 200 && page?.querySelector(".take-home")) change(path, (entry) => ({ ...entry, ...readPage(page), isGone: false }));
    };

    list.before(nothing, bar, status);
    show();
    Promise.all(picked().map(renew)).then(show);
  }
}
