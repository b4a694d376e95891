/** On the app's pages: have the next days kept on this phone, send what waits, lead back to what
 * is under way. */
import { h } from "./dom.js";
import { dayName, learn, say } from "./said.js";
import { sendAll } from "./send.js";
import { inlined } from "./sources.js";
import { all } from "./store.js";
import { refusedList } from "./waiting.js";

const told = document.getElementById("kept-days");

async function keepDays() {
  await navigator.serviceWorker.register("/sw.js");
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage({ keep: true });
}

/** A session of this runner that was left in the middle, the latest.
 * @param {string} runner */
async function underWay(runner) {
  const own = (await all("sessions")).filter(
    ({ key, state }) => key.startsWith(`${runner}/`) && state.phase !== "kept" && state.trail.length,
  );
  return own.sort((a, b) => b.state.startedAt - a.state.startedAt)[0];
}

/** @param {HTMLElement} place */
async function tell(place) {
  const runner = place.dataset.runner ?? "";
  const left = await underWay(runner);
  const { waiting, trouble, says } = await sendAll();
  place.replaceChildren();
  if (left) {
    const { id, title, day } = left.script;
    place.append(h("p", {}, say("left_here", { title, day: dayName(day) }), " ",
      h("a", { href: `/do/${encodeURIComponent(id)}/` }, say("go_on"))));
  }
  if (waiting) place.append(h("p", {}, trouble === "other" ? says : say(trouble || "offline")));
  if (trouble === "refused") place.append(refusedList(runner));
  place.hidden = !left && !waiting;
}

if (told) {
  learn(inlined("kept-words") ?? {});
  if ("serviceWorker" in navigator && document.body.classList.contains("app")) void keepDays().catch(() => {});
  void tell(told);
  window.addEventListener("online", () => void tell(told));
}
