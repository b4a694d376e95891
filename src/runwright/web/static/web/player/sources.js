/** Where a session comes from: the page itself, the app, or what this phone kept of it. */
import { answered } from "./ask.js";
import { forget, keep, kept } from "./store.js";

/** @typedef {import("./steps.js").Script} Script */
/** @typedef {import("./record.js").Last} Last */
/** @typedef {import("./record.js").Performed} Performed */

const LONGEST_WAIT_MS = 8000;
const LOCKED = 423; // it has to wait: the answer says why
const GONE = 404;
const NOTHING_MORE = { sets: [], pains: [], skipped: [], note: "" }; // the diary leaves out what is empty

/** What stands in the page as JSON.
 * @param {string} id @returns {any} null where nothing does */
export const inlined = (id) => JSON.parse(document.getElementById(id)?.textContent ?? "null");

/** A script from the app, or as it was kept; the lock of one that has to wait.
 * @param {string} id @param {string} runner @returns {Promise<Script | import("./locked.js").Lock | null>} */
export const scriptOf = async (id, runner) =>
  inlined("script") ?? fresh(`/api/v1/scripts/${encodeURIComponent(id)}`, "scripts", `${runner}/${id}`);

/** Loads and repetitions used last.
 * @returns {Promise<Last>} */
export const lastUsed = async () =>
  inlined("last") ?? (await fresh("/api/v1/last", "settings", "last")) ?? {};

/** How a session was done, as the diary has it; null where it has none or does not answer.
 * @param {string} id @returns {Promise<Performed | null>} */
export async function fromDiary(id) {
  const answer = await answered(`/api/v1/performed?script=${encodeURIComponent(id)}`, LONGEST_WAIT_MS);
  const found = answer?.ok ? /** @type {Performed[]} */ (await answer.json()) : [];
  const last = found.at(-1);
  return last ? { ...NOTHING_MORE, ...last } : null;
}

/** The app's answer, kept; else what was kept before. What waits or is gone is not kept on.
 * @param {string} address @param {import("./store.js").Store} store @param {string} key */
async function fresh(address, store, key) {
  const answer = await answered(address, LONGEST_WAIT_MS);
  if (answer?.status === LOCKED || answer?.status === GONE) {
    await forget(store, key);
    return answer.status === LOCKED ? answer.json() : null;
  }
  if (!answer?.ok) return (await kept(store, key)) ?? null;
  const value = await answer.json();
  await keep(store, key, value);
  return value;
}
