/**
 * The service worker: the player, the next days' scripts and their figures stay on the phone.
 *
 * The player's page and its modules are one edition and are kept together; pages come from the app
 * while it answers.
 */
const TOLD = {};
const SHELL = `shell-${TOLD.edition}`;
const KEPT = "kept";
const PLAYER = "/do/";
const SCRIPTS = "/api/v1/scripts/";
const LAST = "/api/v1/last";
const LONGEST_WAIT_MS = 4000;
const FIGURES_AT_ONCE = 3;
const WHOLE = "/kept-days"; // there when everything of the next days is

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(SHELL).then((shell) => shell.addAll(TOLD.files)));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(tidied().then(() => self.clients.claim()));
});

self.addEventListener("message", (event) => {
  if (event.data?.keep) event.waitUntil(keepDays());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin) return;
  const path = address.pathname;
  if (request.mode === "navigate" && path.startsWith(PLAYER)) event.respondWith(playerPage(request));
  else if ((path.startsWith(SCRIPTS) && path !== SCRIPTS) || path === LAST) event.respondWith(freshOrKept(request));
  else if (TOLD.files.includes(path + address.search)) event.respondWith(keptOrFresh(request, SHELL));
  else if (path.startsWith("/api/v1/figures/")) event.respondWith(keptOrFresh(request, KEPT));
});

/** Drop what earlier editions kept. */
async function tidied() {
  const old = (await caches.keys()).filter((name) => name.startsWith("shell-") && name !== SHELL);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** The app's answer, while it comes soon where a copy is kept; else null. */
async function answered(request, kept) {
  try {
    const signal = kept ? AbortSignal.timeout(LONGEST_WAIT_MS) : null;
    const answer = await fetch(request, { signal });
    return answer.status >= 500 ? null : answer;
  } catch {
    return null;
  }
}

async function playerPage(request) {
  const shell = await caches.open(SHELL);
  const kept = await shell.match(PLAYER);
  const answer = await answered(request, kept);
  if (answer?.ok && !answer.redirected) await shell.put(PLAYER, answer.clone());
  return (answer?.ok ? answer : kept) ?? answer ?? Response.error(); // signed out: the copy goes on
}

async function freshOrKept(request) {
  const cache = await caches.open(KEPT);
  const kept = await cache.match(request.url);
  const answer = await answered(request, kept);
  if (answer?.ok) await cache.put(request.url, answer.clone());
  return (answer?.ok ? answer : kept) ?? answer ?? Response.error();
}

async function keptOrFresh(request, name) {
  const cache = await caches.open(name);
  const kept = await cache.match(request.url);
  if (kept) return kept;
  const answer = await answered(request);
  if (answer?.ok) await cache.put(request.url, answer.clone());
  return answer ?? Response.error();
}

/** Keep the player's page, the scripts of the days ahead and every figure they may show. */
async function keepDays() {
  const page = await answered(PLAYER);
  if (page?.ok && !page.redirected) await (await caches.open(SHELL)).put(PLAYER, page);
  const answer = await answered(SCRIPTS);
  if (!answer?.ok) return;
  const cache = await caches.open(KEPT);
  const { scripts, last, figures: query } = await answer.json();
  const wanted = new Set();
  for (const script of scripts) {
    await cache.put(SCRIPTS + encodeURIComponent(script.id), Response.json(script));
    for (const name of exercisesOf(script)) wanted.add(`/api/v1/figures/${name}.svg?${query}`);
  }
  await cache.put(LAST, Response.json(last));
  await forgetOthers(cache, scripts, wanted);
  await inTurn([...wanted], async (address) => {
    if (!(await cache.match(address))) await cache.add(address).catch(() => {});
  });
  await cache.put(WHOLE, new Response(`${scripts.length}`));
}

/** What is prescribed first, so that a day is whole soonest. */
function exercisesOf(script) {
  const items = script.versions.flatMap((one) => one.blocks.flatMap((block) => block.items));
  const others = items.flatMap((one) => [one.easier, ...(one.swaps ?? [])]);
  return [...items.map((one) => one.prescribed), ...others].filter(Boolean).map((one) => one.exercise);
}

async function forgetOthers(cache, scripts, figures) {
  const stay = new Set([...scripts.map((one) => SCRIPTS + encodeURIComponent(one.id)), ...figures]);
  for (const { url } of await cache.keys()) {
    const { pathname, search } = new URL(url);
    if (pathname !== LAST && !stay.has(pathname + search)) await cache.delete(url);
  }
}

async function inTurn(addresses, work) {
  const queue = [...addresses];
  const one = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: FIGURES_AT_ONCE }, one));
}
