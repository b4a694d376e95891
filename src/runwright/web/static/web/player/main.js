/** The player begins: the session of this address, and where one left it. */
import { fetchAhead, h } from "./dom.js";
import { isLock, lockPage } from "./locked.js";
import { Player } from "./player.js";
import { performed } from "./record.js";
import { learn, say } from "./said.js";
import { waitingOf } from "./send.js";
import { fromDiary, inlined, lastUsed, scriptOf } from "./sources.js";
import { begun } from "./state.js";
import { kept } from "./store.js";

const TICK_MS = 200;

async function begin() {
  const place = /** @type {HTMLElement} */ (document.getElementById("player"));
  learn(inlined("words") ?? {});
  const id = place.dataset.script || decodeURIComponent(location.pathname.split("/")[2] ?? "");
  const runner = place.dataset.runner ?? "";
  const under = await kept("sessions", `${runner}/${id}`);
  const isUnderWay = under && under.state.phase !== "kept";
  const [script, last, settings] = await Promise.all([
    isUnderWay ? under.script : scriptOf(id, runner), lastUsed(), kept("settings", "player"),
  ]);
  if (isLock(script)) return place.replaceChildren(lockPage(script, place.dataset.home ?? ""));
  const found = script ?? under?.script;
  if (!found) return place.replaceChildren(notHere(place.dataset.home ?? ""));
  const player = new Player(place, found, last, settings ?? {});
  const minutes = Number(new URLSearchParams(location.search).get("minutes"));
  player.state = begun(found, under?.state.minutes ?? minutes, "", 0);
  if (isUnderWay) player.waiting = under.state;
  else await lookBack(player, under);
  player.show();
  if (isUnderWay) void scriptOf(id, runner).then((answer) => isLock(answer) && player.holdBack(answer));
  void fetchAhead(player.steps.map((one) => one.exercise.exercise), player.query);
  setInterval(() => player.tick(), TICK_MS);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") player.wakeUp();
  });
  window.addEventListener("online", () => player.state.phase === "kept" && void player.send());
}

/** Whether it was done already: as this phone kept it at once, as the diary has it when it answers.
 * @param {Player} player @param {import("./store.js").UnderWay | undefined} own */
async function lookBack(player, own) {
  if (own) {
    const waiting = await waitingOf(player.runner);
    const isInDiary = !player.isAlone && !waiting.some((one) => one.document.id === own.state.id);
    player.before = { document: performed(own.script, own.state), isInDiary, state: own.state };
  }
  if (player.isAlone) return;
  void fromDiary(player.script.id).then((document) => {
    if (!document || player.hasBegun || player.before?.isInDiary === false) return;
    player.before = { document, isInDiary: true };
    player.show();
  });
}

/** @param {string} home */
const notHere = (home) =>
  h("section.p-do.p-kept", {}, h("h1", {}, say("no_script_title")),
    h("p.p-lead", {}, say("no_script")), h("a.btn.go", { href: home }, say("to_today")));

void begin();
