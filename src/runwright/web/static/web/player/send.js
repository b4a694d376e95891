/**
 * The outbox: finished sessions wait here until the diary has them; sent in order, each until it
 * is acknowledged. Sent twice, the diary keeps it once.
 *
 * @typedef {import("./record.js").Performed} Performed
 * @typedef {{key: string, runner: string, document: Performed, refused?: string}} Waiting
 * @typedef {"" | "offline" | "sign-in" | "refused" | "other" | "alone"} Trouble
 * @typedef {{waiting: number, trouble: Trouble, says: string}} Outcome
 */
import { answered } from "./ask.js";
import { all, forget, keep } from "./store.js";

const API = "/api/v1/performed";
const LONGEST_WAIT_MS = 15_000;
const SIGN_IN = [401, 403];
const SOMEBODY_ELSES = 409;
const CANNOT_BE_USED = 422;

/** @param {Performed} document */
const keyOf = (document) => `${document.started_at} ${document.id}`;

/** Queue a session.
 * @param {Performed} document @param {string} runner */
export const queue = (document, runner) => putBack({ key: keyOf(document), runner, document });

/** @param {Waiting} one */
export const putBack = (one) => keep("outbox", one.key, one);

/** Take a session out again, so that it is not sent as it was.
 * @param {Performed} document */
export const takeOut = (document) => inTurn(() => forget("outbox", keyOf(document)));

/** Sessions of a runner that wait, oldest first.
 * @param {string} runner @returns {Promise<Waiting[]>} */
export const waitingOf = async (runner) =>
  /** @type {Waiting[]} */ (await all("outbox")).filter((one) => one.runner === runner);

/** Send what waits, oldest first; two pages never send at once.
 * @returns {Promise<Outcome>} */
export const sendAll = () => inTurn(sending);

/** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
const inTurn = (work) => (navigator.locks ? navigator.locks.request("outbox", work) : work());

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
    if (trouble === "refused") await putBack({ ...one, refused: says });
    else if (trouble !== "other") break;
  }
  return outcome;
}

/** @param {Waiting} one @returns {Promise<{trouble: Trouble, says: string}>} */
async function sent(one) {
  const answer = await answered(`${API}?runner=${one.runner}`, LONGEST_WAIT_MS, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": cookie("csrftoken") },
    body: JSON.stringify(one.document),
  });
  if (answer?.status === 200) return { trouble: "", says: "" };
  if (answer && SIGN_IN.includes(answer.status)) return { trouble: "sign-in", says: "" };
  const told = await answer?.json().catch(() => null);
  if (answer?.status === CANNOT_BE_USED) return { trouble: "refused", says: told?.says ?? "" };
  if (answer?.status === SOMEBODY_ELSES) return { trouble: "other", says: told?.says ?? "" };
  return { trouble: "offline", says: "" };
}

/** @param {string} name @returns {string} */
const cookie = (name) =>
  document.cookie.split("; ").find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1) ?? "";
