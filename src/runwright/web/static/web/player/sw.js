/**
 * The service worker: the player, the next days' scripts and their figures stay on the phone.
 *
 * The player's page and its modules are one edition and are kept together; pages come from the app
 * while it answers.
 *
 * @typedef {import("./steps.js").Script} Script
 * @typedef {{scripts: Script[], locked: Record<string, object>, last: import("./record.js").Last, figures: string}} Days
 */
/** @type {{edition: string, files: string[]}} */
const TOLD = { edition: "", files: [] };
const SHELL = `shell-${TOLD.edition}`;
const KEPT = "kept";
const PLAYER = "/do/";
const PLAYED = /^\/do\/(?!bring\/)[^/]*\/?$/; // a session's address; not its file, not the way back
const SCRIPTS = "/api/v1/scripts/";
const LAST = "/api/v1/last";
const LONGEST_WAIT_MS = 4000;
const FIGURES_AT_ONCE = 3;
const LOCKED = 423; // a script that has to wait: the words of its lock take the place of the copy
const GONE = 404;
const WHOLE = "/kept-days"; // there when everything of the next days is

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

worker.addEventListener("install", (event) => {
  void worker.skipWaiting();
  event.waitUntil(caches.open(SHELL).then((shell) => shell.addAll(TOLD.files)));
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(tidied().then(() => worker.clients.claim()));
});

worker.addEventListener("message", (event) => {
  if (event.data?.keep) event.waitUntil(keepDays());
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin) return;
  const path = address.pathname;
  if (request.mode === "navigate" && PLAYED.test(path)) event.respondWith(playerPage(request));
  else if ((path.startsWith(SCRIPTS) && path !== SCRIPTS) || path === LAST) event.respondWith(freshOrKept(request));
  else if (TOLD.files.includes(path + address.search)) event.respondWith(keptOrFresh(request, SHELL));
  else if (path.startsWith("/api/v1/figures/")) event.respondWith(keptOrFresh(request, KEPT));
});

/** Drop what earlier editions kept. */
async function tidied() {
  const old = (await caches.keys()).filter((name) => name.startsWith("shell-") && name !== SHELL);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** The app's answer, while it comes soon where a copy is kept; else null.
 * @param {Request | string} request @param {Response} [kept] */
async function answered(request, kept) {
  const stop = new AbortController();
  const late = kept && setTimeout(() => stop.abort(), LONGEST_WAIT_MS);
  try {
    const answer = await fetch(request, { signal: stop.signal });
    return answer.status >= 500 ? null : answer;
  } catch {
    return null;
  } finally {
    clearTimeout(late);
  }
}

/** @param {Request} request */
async function playerPage(request) {
  const shell = await caches.open(SHELL);
  const kept = await shell.match(PLAYER);
  const answer = await answered(request, kept);
  if (answer?.ok && !answer.redirected) await shell.put(PLAYER, answer.clone());
  return (answer?.ok ? answer : kept) ?? answer ?? Response.error(); // signed out: the copy goes on
}

/** @param {Request} request */
async function freshOrKept(request) {
  const cache = await caches.open(KEPT);
  const kept = await cache.match(request.url);
  const answer = await answered(request, kept);
  if (answer?.ok || answer?.status === LOCKED) await cache.put(request.url, answer.clone());
  else if (answer?.status === GONE) await cache.delete(request.url);
  return (answer && isLast(answer) ? answer : kept) ?? answer ?? Response.error();
}

/** Whether the app has the last word; else the copy goes on, as when nobody is signed in.
 * @param {Response} answer */
const isLast = (answer) => answer.ok || answer.status === LOCKED || answer.status === GONE;

/** @param {Request} request @param {string} name */
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
  const { scripts, locked, last, figures: query } = /** @type {Days} */ (await answer.json());
  const wanted = new Set();
  for (const script of scripts) {
    await cache.put(SCRIPTS + encodeURIComponent(script.id), asJson(script));
    for (const name of exercisesOf(script)) wanted.add(`/api/v1/figures/${name}.svg?${query}`);
  }
  for (const [id, lock] of Object.entries(locked)) {
    await cache.put(SCRIPTS + encodeURIComponent(id), asJson(lock, LOCKED));
  }
  await cache.put(LAST, asJson(last));
  await forgetOthers(cache, [...scripts.map((one) => one.id), ...Object.keys(locked)], wanted);
  await inTurn([...wanted], async (address) => {
    if (!(await cache.match(address))) await cache.add(address).catch(() => {});
  });
  await cache.put(WHOLE, new Response(`${scripts.length}`));
}

/** @param {unknown} value @param {number} [status] */
const asJson = (value, status = 200) =>
  new Response(JSON.stringify(value), { status, headers: { "Content-Type": "application/json" } });

/** What is prescribed first, so that a day is whole soonest.
 * @param {Script} script */
function exercisesOf(script) {
  const items = script.versions.flatMap((one) => one.blocks.flatMap((block) => block.items));
  const prescribed = items.map((one) => one.prescribed);
  const others = items.flatMap((one) => [...(one.easier ? [one.easier] : []), ...(one.swaps ?? [])]);
  return [...prescribed, ...others].map((one) => one.exercise);
}

/** @param {Cache} cache @param {string[]} ids @param {Set<string>} figures */
async function forgetOthers(cache, ids, figures) {
  const stay = new Set([...ids.map((id) => SCRIPTS + encodeURIComponent(id)), ...figures]);
  for (const { url } of await cache.keys()) {
    const { pathname, search } = new URL(url);
    if (pathname !== LAST && !stay.has(pathname + search)) await cache.delete(url);
  }
}

/** @param {string[]} addresses @param {(address: string) => Promise<void>} work */
async function inTurn(addresses, work) {
  const queue = [...addresses];
  const one = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: FIGURES_AT_ONCE }, one));
}
