/**
 * The outbox: finished sessions wait here until the diary has them; sent in order, each until it
 * is acknowledged. Sent twice, the diary keeps it once.
 *
 * @typedef {{key: string, runner: string, document: Record<string, any>, refused?: string}} Waiting
 * @typedef {{waiting: number, trouble: "" | "offline" | "sign-in" | "refused" | "alone", says: string}} Outcome
 */
import { all, forget, keep } from "./store.js";

const API = "/api/v1/performed";
const LONGEST_WAIT_MS = 15_000;

/** Queue a session.
 * @param {Record<string, any>} document @param {string} runner */
export const queue = (document, runner) => {
  const key = `${document.ended_at} ${document.id}`;
  return keep("outbox", key, { key, runner, document });
};

/** Send what waits, oldest first; two pages never send at once.
 * @returns {Promise<Outcome>} */
export const sendAll = () =>
  navigator.locks ? navigator.locks.request("outbox", sending) : sending();

/** @returns {Promise<Outcome>} */
async function sending() {
  /** @type {Waiting[]} */
  const waiting = await all("outbox");
  /** @type {Outcome} */
  const outcome = { waiting: waiting.length, trouble: "", says: "" };
  for (const one of waiting) {
    const { trouble, says } = await sent(one);
    if (!trouble) {
      await forget("outbox", one.key);
      outcome.waiting -= 1;
      continue;
    }
    Object.assign(outcome, { trouble, says });
    if (trouble !== "refused") break;
    await keep("outbox", one.key, { ...one, refused: says });
  }
  return outcome;
}

/** @param {Waiting} one @returns {Promise<{trouble: Outcome["trouble"], says: string}>} */
async function sent(one) {
  const answer = (await posted(one)) ?? { status: 0, says: "" };
  if (answer.status === 200) return { trouble: "", says: "" };
  if (answer.status === 401 || answer.status === 403) return { trouble: "sign-in", says: "" };
  if (answer.status === 422 || answer.status === 409)
    return { trouble: "refused", says: answer.says };
  return { trouble: "offline", says: "" };
}

/** @param {Waiting} one @returns {Promise<{status: number, says: string} | null>} null offline */
async function posted(one) {
  try {
    const answer = await fetch(`${API}?runner=${one.runner}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": cookie("csrftoken") },
      body: JSON.stringify(one.document),
      signal: AbortSignal.timeout(LONGEST_WAIT_MS),
    });
    const told = await answer.json().catch(() => ({}));
    return { status: answer.status, says: told.says ?? "" };
  } catch {
    return null;
  }
}

/** @param {string} name @returns {string} */
const cookie = (name) =>
  document.cookie.split("; ").find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1) ?? "";
