// Keeps pages for reading without a connection.
//
// With a connection every page comes from the network, and nothing else: advice on safety must never be an old copy.
// Only files whose name holds a hash of their content come from the device first, for they cannot be old.
// Without a connection a page comes from the device, with a note of the day when it was kept.

const BUILD = { version: "", first: [], safety: [], start: "" }; // the build writes this line

const SCOPE = new URL(self.registration.scope);
const PREFIX = `selfcare ${SCOPE.pathname} `;
const FILES = `${PREFIX}files ${BUILD.version}`;
const VISITED = `${PREFIX}visited ${BUILD.version}`;
const SAVED = `${PREFIX}saved `; // and then the version, and the way to the guide: each has a cache of its own
const MOST_VISITED = { page: 60, file: 240 };
const NAMED_AFTER_CONTENT = /\.[0-9a-f]{8}(\.min)?\.(css|js)$/;

const ours = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));
const guideOf = (name) => name.startsWith(SAVED) && name.slice(SAVED.length).match(/^(\S*) (.*)$/);
const nameOf = (url) => `${SAVED}${BUILD.version} ${url.pathname.slice(SCOPE.pathname.length)}`;
const isHere = (url) => url.origin === SCOPE.origin && url.pathname.startsWith(SCOPE.pathname);
const isPage = (response) => response.headers.get("content-type")?.startsWith("text/html");

function plain(address, base = SCOPE) {
  const url = new URL(address, base);
  url.search = url.hash = "";
  return url;
}

// A page or file from the network, and from no cache between that was not asked whether it is still right.
async function fetchNow(url) {
  const response = await fetch(url, { cache: "no-cache" });
  if (!response.ok) throw Object.assign(new Error(`${url}: ${response.status}`), { gone: [404, 410].includes(response.status) });
  return response;
}

async function keep(name, url, response, most) {
  const cache = await caches.open(name);
  await cache.delete(url.href); // or it would keep its old place in the order
  await cache.put(url.href, response);
  if (!most) return;
  const kind = isPage(response) ? "page" : "file";
  const kept = (await cache.keys()).filter(({ url }) => /(\/|\.html)$/.test(url) === (kind === "page"));
  await Promise.all(kept.slice(0, Math.max(0, kept.length - most[kind])).map((request) => cache.delete(request)));
}

async function copyOf(url) {
  const names = await ours();
  const current = [FILES, VISITED, ...names.filter((name) => guideOf(name)?.[1] === BUILD.version)];
  for (const name of [...current, ...names.filter((name) => !current.includes(name))]) {
    const copy = names.includes(name) && (await caches.open(name).then((cache) => cache.match(url.href, { ignoreVary: true })));
    if (copy) return copy;
  }
}

// What a page is shown with, and the pages on safety and on paper that it links.
function partsOf(html, base) {
  const files = new Map();
  const pages = new Map();
  const text = html.replace(/<template[^]*?<\/template>/g, "");
  for (const [tag, name] of text.matchAll(/<(link|script|img|use|a)\s[^>]*>/g)) {
    const address = tag.match(/\s(?:xlink:href|href|src)="([^"]*)"/)?.[1].replaceAll("&amp;", "&");
    if (!address || address.startsWith("#") || (name === "link" && !/rel="(stylesheet|preload|icon|manifest)"/.test(tag))) continue;
    const url = plain(address, base);
    const path = url.pathname.slice(SCOPE.pathname.length);
    if (!isHere(url)) continue;
    if (name !== "a" || path.endsWith(".pdf")) files.set(url.href, url);
    else if (BUILD.safety.some((start) => path.startsWith(start))) pages.set(url.href, url);
  }
  return { files: [...files.values()], pages: [...pages.values()] };
}

// Keeps a page and all that it is shown with; with its pages on safety too where the reader saves it.
async function keepWhole(name, url, { safety = false, most, seen = new Set() } = {}) {
  if (seen.has(url.href)) return;
  seen.add(url.href);
  const page = await fetchNow(url);
  const { files, pages } = partsOf(await page.clone().text(), url);
  await keep(name, url, page, most);
  const keepFile = async (file) => {
    const there = NAMED_AFTER_CONTENT.test(file.pathname) && (await copyOf(file));
    await keep(name, file, there || (await fetchNow(file)), most);
  };
  const wanted = files.filter((file) => !seen.has(file.href));
  for (const file of wanted) seen.add(file.href);
  await Promise.all([
    ...wanted.map(keepFile),
    ...(safety ? pages.map((other) => keepWhole(name, other, { most, seen })) : []),
  ]);
}

async function save(url) {
  try {
    await keepWhole(nameOf(url), url, { safety: true });
  } catch (fault) {
    await caches.delete(nameOf(url)); // a guide without its warnings is not saved
    throw fault;
  }
}

// After a new build the saved guides are fetched again. What cannot be fetched now stays as it was until the next time;
// what is not published any more may be wrong, and goes.
let renewing;
async function renew() {
  for (const name of await ours()) {
    const guide = guideOf(name);
    if (!guide || guide[1] === BUILD.version) continue;
    try {
      await save(plain(guide[2]));
    } catch (fault) {
      if (!fault.gone) return;
    }
    await caches.delete(name);
  }
}
const renewOnce = () => (renewing ??= renew().finally(() => { renewing = undefined; }));

async function withNote(copy) {
  const html = await copy.text();
  const kept = new Date(copy.headers.get("date") ?? Date.now());
  const language = html.match(/<html[^>]*\slang="([\w-]+)"/)?.[1] ?? "en";
  const day = kept.toLocaleDateString(language, { day: "numeric", month: "long", year: "numeric" });
  const headers = new Headers(copy.headers);
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  const noted = html
    .replace('class="offline-note" hidden', 'class="offline-note"')
    .replace("<time></time>", `<time datetime="${kept.toISOString()}">${day}</time>`);
  return new Response(noted, { status: copy.status, headers });
}

async function showPage(event) {
  const url = plain(event.request.url);
  let response;
  try {
    response = await fetch(event.request.url, { cache: "no-cache", redirect: "manual" });
  } catch {
    const copy = (await copyOf(url)) ?? (await copyOf(plain(`${url.pathname}/`)));
    if (copy) return withNote(copy);
    const start = plain(BUILD.start);
    if (url.href === start.href) return Response.error();
    start.searchParams.set("wanted", url.pathname.slice(SCOPE.pathname.length));
    return Response.redirect(start);
  }
  if (response.ok && isPage(response)) event.waitUntil(keep(VISITED, url, response.clone(), MOST_VISITED));
  event.waitUntil(renewOnce());
  return response;
}

async function showFile(event) {
  const url = plain(event.request.url);
  const isVersioned = NAMED_AFTER_CONTENT.test(url.pathname);
  const kept = isVersioned && (await copyOf(url));
  if (kept) return kept;
  try {
    const response = await fetch(event.request, isVersioned ? {} : { cache: "no-cache" });
    if (response.status === 200) event.waitUntil(keep(isVersioned ? FILES : VISITED, url, response.clone(), isVersioned ? null : MOST_VISITED));
    return response;
  } catch (fault) {
    const copy = await copyOf(url);
    if (copy) return copy;
    throw fault;
  }
}

async function list() {
  const entry = async (cache, url) => {
    const copy = await cache.match(url.href, { ignoreVary: true });
    return { url: url.href, title: (await copy.text()).match(/<h1[^>]*>([^<]*)/)?.[1].trim(), date: copy.headers.get("date") };
  };
  const saved = [];
  for (const name of await ours()) {
    const guide = guideOf(name);
    if (guide) saved.push(await entry(await caches.open(name), plain(guide[2])));
  }
  const cache = await caches.open(VISITED);
  const pages = (await cache.keys()).map(({ url }) => new URL(url)).filter(({ pathname }) => /(\/|\.html)$/.test(pathname));
  const visited = await Promise.all(pages.reverse().map((url) => entry(cache, url)));
  const once = new Map(saved.map((guide) => [guide.url, guide])); // while a guide is renewed it is there twice
  return { saved: [...once.values()], visited };
}

async function remove(url) {
  const path = url.pathname.slice(SCOPE.pathname.length);
  for (const name of await ours()) if (guideOf(name)?.[2] === path) await caches.delete(name);
}

const ANSWERS = {
  visit: (url) => keepWhole(VISITED, url, { most: MOST_VISITED }),
  save,
  remove,
  list,
};

self.addEventListener("install", (event) => {
  const first = BUILD.first.map((path) => new Request(new URL(path, SCOPE), { cache: "no-cache" }));
  event.waitUntil(caches.open(FILES).then((cache) => cache.addAll(first)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const removeOld = async () => {
    const old = (await ours()).filter((name) => name !== FILES && name !== VISITED && !guideOf(name));
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(removeOld());
});

self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET" || !isHere(new URL(event.request.url))) return;
  event.respondWith(event.request.mode === "navigate" ? showPage(event) : showFile(event));
});

self.addEventListener("message", (event) => {
  const { act, url } = event.data;
  const answer = async () => {
    try {
      event.ports[0].postMessage({ done: (await ANSWERS[act](plain(url))) ?? true });
    } catch (fault) {
      event.ports[0].postMessage({ fault: fault.message });
    }
  };
  event.waitUntil(answer());
});
