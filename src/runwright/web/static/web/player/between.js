/**
 * Another weight for the sets that are left: offered as the script says, never taken by itself.
 *
 * @typedef {import("./steps.js").Exercise} Exercise
 * @typedef {import("./state.js").Event} Logged
 */
import { light, otherWeight } from "./choices.js";
import { h } from "./dom.js";
import { loadLine, say } from "./said.js";

/** The offer under what was logged, while sets of the exercise are left.
 * @param {import("./player.js").Player} player @param {Logged[]} sets
 * @returns {HTMLElement | null} */
export function offer(player, sets) {
  const exercise = player.exercise(sets[0]);
  const last = sets.at(-1);
  if (!exercise || !last?.closes || !player.open.some((one) => one.label === last.label)) return null;
  const taken = player.state.weights?.[last.label];
  if (taken?.after === last.key) return takenNote(player, last, taken.load_kg);
  const other = otherWeight(exercise, sets, hurts(player, exercise, last.label));
  if (!other) return null;
  const load = loadLine(other.load_kg, player.units);
  return h("p.p-note.p-sore", {},
    say(other.isHeavier ? "heavier_next" : "lighter_next"), " ",
    link(say("take_weight", { load }), () => weigh(player, last, other.load_kg)));
}

/** @param {import("./player.js").Player} player @param {Logged} last @param {number} load_kg */
function takenNote(player, last, load_kg) {
  const before = last.got.load_kg ?? 0;
  return h("p.p-note.p-sore", {},
    say("weight_taken", { load: loadLine(load_kg, player.units) }), " ",
    before === load_kg ? null : link(say("stay_at", { load: loadLine(before, player.units) }),
      () => weigh(player, last, before)));
}

/** @param {import("./player.js").Player} player @param {Logged} last @param {number} load_kg */
const weigh = (player, last, load_kg) =>
  player.act({ type: "weigh", label: last.label, after: last.key, load_kg });

/** @param {string} text @param {() => void} click */
const link = (text, click) => h("button.p-link", { type: "button", "data-keep": "offer", click }, text);

/** @param {import("./player.js").Player} player @param {Exercise} exercise @param {string} label */
const hurts = ({ script, state }, exercise, label) =>
  state.pains.some((one) =>
    (one.label === label || exercise.not_for?.includes(one.region)) &&
    light(script, one.region, one.pain_0_10) !== "green");
