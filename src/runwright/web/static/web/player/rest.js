/** The screen of a rest: the clock, what comes next, and what the last set really was. */
import { offer } from "./between.js";
import { LOAD_STEPS, shownLoad, stepped, toKg } from "./choices.js";
import { cells, clock, figure, h, icon } from "./dom.js";
import { amountLine, place, say, sideName, unitOf } from "./said.js";
import { done, left_ms } from "./state.js";
import { progress, soreNote, topBar } from "./work.js";

/** @typedef {import("./player.js").Player} Player */
/** @typedef {import("./state.js").Event} Logged */

const MOST_RESERVE = 5;

/** @param {Player} player */
export function restScreen(player) {
  const { state } = player;
  return h("section.p-do.p-resting", {},
    topBar(player), progress(player),
    h("section.p-rest-clock", { "aria-label": say("rest") },
      h("h1.p-label", { tabindex: -1, "data-over": say("rest_over") }, say("rest")),
      h("p.p-clock.p-big", { role: "timer", "data-clock": "" }, clock(left_ms(state, Date.now()))),
      h("div.p-acts", {}, bySeconds(player, -15), bySeconds(player, 15),
        h("button.btn.p-icon", {
          type: "button", "aria-label": say(state.pausedAt === null ? "pause" : "resume"),
          click: () => player.act({ type: state.pausedAt === null ? "pause" : "resume" }),
        }, icon(state.pausedAt === null ? "pause" : "play"))),
      h("div.p-drain", { "data-drain": "", "aria-hidden": "true" })),
    comesNext(player), soreNote(player), log(player),
    h("div.p-ctl", {},
      h("button.btn.p-s", { type: "button", click: () => player.ask("hurts") }, icon("hurts"), say("it_hurts")),
      h("button.btn.go", { type: "button", "data-first": "", click: () => player.press() }, say("start_next")),
      h("button.btn.p-s", { type: "button", click: () => player.act({ type: "back" }) }, icon("back"), say("back"))));
}

/** The set after the rest.
 * @param {Player} player */
function comesNext(player) {
  const { step } = player;
  const { exercise, set } = step;
  return h("section.card.p-next", {},
    figure(exercise.exercise, exercise.name, player.query, { mirrored: set.side === "left", still: true }),
    h("div", {}, h("p.p-label", {}, say("next_place", { place: place(step) })), h("h2", {}, exercise.name),
      h("p.small", {}, h("b", {}, amountLine(step)), " ",
        h("span.quiet", {}, [set.side ? say(`${set.side}_side`) : "", exercise.cues[0]].filter(Boolean).join(". "))),
      h("button.p-link", { type: "button", click: () => player.ask("swap") }, say("other_next"))));
}

/** @param {Player} player @param {number} by_s */
const bySeconds = (player, by_s) =>
  h("button.btn", {
    type: "button", click: () => player.act({ type: "adjust", by_s }),
    "aria-label": say(by_s < 0 ? "less_rest" : "more_rest", { n: Math.abs(by_s) }),
  }, `${by_s < 0 ? "\u2212" : "+"}${Math.abs(by_s)}`);

/** The sets of one round that are logged: both sides of it.
 * @param {Player} player */
function lastRound(player) {
  const all = done(player.state);
  const last = all.at(-1);
  return all.filter((one) => one.label === last?.label && one.round === last?.round);
}

/** @param {Player} player */
function log(player) {
  const sets = lastRound(player);
  if (!sets.length) return null;
  const exercise = player.exercise(sets[0]);
  return h("section.card.p-log", { "aria-labelledby": "log" },
    h("div.p-head", {}, h("h2", { id: "log" }, exercise?.name ?? ""),
      h("span.p-label", {}, say("what_you_did"))),
    ...logFields(player, sets), h("div", { role: "status", "data-offer": "" }, offer(player, sets)));
}

/** What was told of sets, and the offer that follows from it.
 * @param {Player} player @param {Logged[]} sets @param {import("./state.js").Got} got */
function tell(player, sets, got) {
  sets.forEach((one) => player.tell({ type: "edit", key: one.key, got }));
  const place = document.querySelector("[data-offer]");
  const now = place && offer(player, lastRound(player));
  place?.replaceChildren(...(now ? [now] : []));
}

/** Fields of one round: what was counted per side, the load and the reserve of both. The end screen
 * shows them again.
 * @param {Player} player @param {Logged[]} sets @returns {HTMLElement[]} */
export function logFields(player, sets) {
  const exercise = player.exercise(sets[0]);
  const counted = /** @type {const} */ (["reps", "hold_s", "distance_m", "contacts"]);
  const what = counted.find((name) => sets[0].got[name] !== undefined) ?? "reps";
  /** @type {HTMLElement[]} */
  const fields = sets.map((one) =>
    stepper(say(`${what}_field`), sideName(one.side), one.got[what] ?? 0, what === "hold_s" ? 5 : 1,
      (value) => tell(player, [one], { [what]: value })));
  if (exercise?.loadable) fields.push(load(player, sets));
  /** @type {HTMLElement[]} */
  const found = [h("div.p-two", {}, ...fields)];
  if (exercise?.rir !== undefined && !sets[0].isRamp) found.push(reserve(player, sets, aim(exercise)));
  return found;
}

/** @param {Player} player @param {Logged[]} sets */
function load(player, sets) {
  const { units, settings } = player;
  const kg = sets[0].got.load_kg;
  const choices = LOAD_STEPS[units] ?? LOAD_STEPS.metric;
  const size = choices.includes(settings.loadStep ?? 0) ? settings.loadStep ?? 0 : choices[0];
  const field = stepper(say("load"), say(unitOf(units)),
    kg === undefined ? null : shownLoad(kg, units), size,
    (value) => tell(player, sets, { load_kg: toKg(value, units) }));
  const next = choices[(choices.indexOf(size) + 1) % choices.length];
  field.append(h("button.p-link.p-size", {
    type: "button", "data-keep": "size", "aria-label": say("step_size_now", { n: size }),
    click: () => player.set({ loadStep: next }),
  }, say("step_size", { n: size })));
  return field;
}

/** @param {import("./steps.js").Exercise} exercise */
const aim = ({ rir, rir_or_more }) => say(rir_or_more ? "aim_more" : "aim", { n: rir ?? 0 });

/** @param {Player} player @param {Logged[]} sets @param {string} aside */
function reserve(player, sets, aside) {
  const now = sets[0].got.rir;
  const choices = Array.from({ length: MOST_RESERVE + 1 }, (_, n) => ({
    value: `${n}`, text: n === MOST_RESERVE ? `${n}+` : `${n}`, is: now === n,
  }));
  return cells(`rir-${sets[0].key}`, say("more_possible"), choices,
    (value) => tell(player, sets, { rir: Number(value) }),
    aside);
}

let fieldNumber = 0;

/** A number with a button on either side; null is "not told".
 * @param {string} name @param {string} aside @param {number | null} value @param {number} size
 * @param {(value: number) => void} changed @returns {HTMLElement} */
export function stepper(name, aside, value, size, changed) {
  const id = `field-${(fieldNumber += 1)}`;
  /** @type {HTMLInputElement} */
  const input = h("input", {
    id, type: "number", inputmode: "decimal", min: 0, step: "any", value: value ?? "",
    placeholder: "\u2013",
    change: () => input.value !== "" && input.validity.valid && changed(Number(input.value)),
  });
  const move = (/** @type {1 | -1} */ way) => () => {
    input.value = `${stepped(Number(input.value), size, way)}`;
    changed(Number(input.value));
  };
  const button = (/** @type {1 | -1} */ way) =>
    h("button", {
      type: "button", click: move(way),
      "aria-label": say(way < 0 ? "less_of" : "more_of", { name, n: size, aside }),
    }, icon(way < 0 ? "less" : "more"));
  return h("div.p-field", {},
    h("label.p-lab", { for: id }, name, aside && h("span", {}, aside)),
    h("div.p-stepper", {}, button(-1), input, button(1)));
}

