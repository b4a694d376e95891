/** What is shown of a session that has to wait: why, what lifts it, and what was done so far. */
import { h } from "./dom.js";
import { say } from "./said.js";
import { done } from "./state.js";

/** @typedef {import("./player.js").Player} Player */
/** @typedef {{gates: {says: string, opens_when: string, urgent: boolean}[]}} Lock */

/** Whether an answer is a lock in a script's place.
 * @param {any} answer @returns {answer is Lock} */
export const isLock = (answer) => answer?.code === "locked";

/** @param {Lock} lock @param {string} home @param {any[]} more */
export const lockPage = (lock, home, ...more) =>
  h("section.p-do.p-kept", {}, h("h1", { tabindex: -1 }, say("locked_title")),
    ...lock.gates.map((one) => h(`div.gate${one.urgent ? ".urgent" : ""}`, { role: "alert" },
      h("p.says", {}, one.says),
      one.opens_when && h("p.more", {}, h("b", {}, say("opens_when")), ` ${one.opens_when}.`))),
    ...more,
    h("a.btn.go", { href: "/safety/" }, say("what_lifts")),
    h("a.p-link", { href: home }, say("to_today")));

/** A session under way that must not go on: its sets are kept.
 * @param {Player} player */
export function lockedScreen(player) {
  const lock = player.lock ?? { gates: [] };
  const sets = done(player.waiting ?? player.state).length;
  if (!sets) return lockPage(lock, player.home);
  return lockPage(lock, player.home, h("p", {}, say("locked_kept", { n: sets })),
    h("button.btn", { type: "button", click: () => player.endLocked() }, say("locked_end")));
}
