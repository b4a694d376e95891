/** Before and after: what is coming, and how it was. */
import { cells, figure, h, icon } from "./dom.js";
import { amountLine, dayName, loadLine, say, sideName, timeOfDay } from "./said.js";
import { performed } from "./record.js";
import { logFields, stepper } from "./rest.js";
import { done, lasted_min } from "./state.js";
import { rounds, sequence } from "./steps.js";
import { refusedList, takeAlong } from "./waiting.js";
import { topBar } from "./work.js";

/** @typedef {import("./player.js").Player} Player */

const EFFORT = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];

/** What is coming; the first press wakes the sound up.
 * @param {Player} player */
export function overviewScreen(player) {
  const { script, version, waiting } = player;
  const first = sequence(version, {})[0];
  return h("section.p-do.p-before", {},
    beforeBar(player),
    h("h1", { tabindex: -1 }, waiting ? say("go_on_title") : say("ready_title")),
    waiting && h("p.p-lead", {}, say("go_on_lead", { n: done(waiting).length })),
    !waiting && script.versions.length > 1 && cells("minutes", say("how_long"),
      [...script.versions].sort((a, b) => a.minutes - b.minutes).map((one) => ({
        value: `${one.minutes}`, text: say("min", { n: one.minutes }), is: one === version,
      })), (value) => player.choose(Number(value))),
    h("div.p-first", {}, figure(first.exercise.exercise, first.exercise.name, player.query)),
    ...version.blocks.map((one) => block(one, player.units)),
    version.blocks.some(hasFreeLoad) && h("p.small.quiet", {}, say("coach_default")),
    player.download && h("p.p-files", {},
      h("a.p-link", { href: player.download, download: "" }, say("take_as_file")),
      h("a.p-link", { href: player.bring }, say("bring_back"))),
    h("div.p-ctl.p-one", {},
      h("button.btn.go", { type: "button", "data-first": "", click: () => player.start() },
        waiting ? say("go_on") : say("start_session", { n: version.minutes })),
      waiting && h("div.p-two", {},
        h("button.btn.p-plain", { type: "button", click: () => player.endThere() }, say("end_there")),
        h("button.btn.p-plain", { type: "button", click: () => player.startOver() }, say("start_over"))),
      player.aside && h("button.btn.p-plain", { type: "button", click: () => player.startOver() }, say("go_on_title"))));
}

/** Bar on top of a session that is not under way.
 * @param {Player} player */
export const beforeBar = (player) =>
  h("header.p-bar", {},
    player.home ? h("a.p-icon", { href: player.home, "aria-label": say("leave_page") }, icon("close")) : h("span"),
    h("p.p-mid", {}, h("b", {}, player.script.title),
      h("span.p-label", {}, `${dayName(player.script.day)}, ${timeOfDay(player.script.start_min)}`)),
    h("button.p-icon", { type: "button", "aria-pressed": `${!player.settings.mute}`,
      "aria-label": say("voice"), click: () => player.toggleVoice() },
      icon(player.settings.mute ? "mute" : "sound")));

/** Whether the runner chooses the load of something in it.
 * @param {import("./steps.js").Block} one */
const hasFreeLoad = ({ items }) =>
  items.some(({ prescribed }) => prescribed.loadable && prescribed.load_kg === undefined);

/** @param {import("./steps.js").Block} one @param {string} units */
const block = (one, units) =>
  h("section.p-block", {}, one.is_superset && h("p.p-label", {}, say("in_turn")),
    h("ol.p-do-list", {}, ...one.items.map((item) => {
      const working = rounds(item.prescribed).filter(([id]) => !id.startsWith("r"));
      const [, [set]] = working[0];
      const step = { exercise: item.prescribed, set };
      const load = loadLine(item.prescribed.load_kg, units);
      return h("li", {}, h("span.p-k", {}, item.label), h("span", {}, item.prescribed.name),
        h("span.p-d", {}, h("b", {}, `${working.length} \u00d7 ${amountLine(step)}`),
          set.side ? `${set.rep_hold_s ? "," : ""} ${say("each_side")}` : "", load && h("br"), load));
    })));

/** How it was: effort, what hurts, how long it took, a note, and every set once more.
 * @param {Player} player */
export function endScreen(player) {
  const { state, script } = player;
  return h("section.p-do.p-after", {},
    topBar(player),
    h("h1", { tabindex: -1, "data-first": "" }, state.ended === "pain" ? say("ended_pain") : say("ended")),
    h("p.p-lead", {}, endLine(done(state).length, lasted_min(state))),
    cells("effort", say("effort"),
      EFFORT.map((one) => ({ value: one, text: one, is: state.effort === Number(one) })),
      (value) => player.tell({ type: "rate", effort: Number(value) }), say("effort_scale")),
    h("p.p-label.p-scale-words", {}, h("span", {}, say("effort_0")), h("span", {}, say("effort_5")), h("span", {}, say("effort_10"))),
    h("div.p-pains", {}, h("h2", {}, say("pains")),
      state.pains.length
        ? h("ul", {}, ...state.pains.map((one) => h("li", {}, painLine(script, one))))
        : h("p.quiet", {}, say("no_pains")),
      h("button.btn", { type: "button", click: () => player.ask("hurts") }, icon("hurts"), say("add_pain"))),
    h("div.p-field", {}, h("label.p-lab", { for: "note" }, say("note"), h("span", {}, say("optional"))), note(player)),
    stepper(say("minutes_field"), say("without_breaks"), lasted_min(state), 1, (min) => player.tell({ type: "took", min })),
    summary(player),
    h("div.p-ctl.p-one", {},
      h("button.btn.go", { type: "button", click: () => player.finish() }, say("keep")),
      h("button.btn.p-plain", { type: "button", click: () => player.act({ type: "back" }) }, say("not_finished"))));
}

/** @param {Player} player */
function note(player) {
  /** @type {HTMLTextAreaElement} */
  const field = h("textarea", {
    id: "note", rows: 3, maxlength: 2000, change: () => player.tell({ type: "note", note: field.value }),
  });
  field.value = player.state.note;
  return field;
}

/** `14 sets in 28 min.`
 * @param {number} sets @param {number} min */
export const endLine = (sets, min) => say("end_lead", { n: sets, min });

/** @param {import("./steps.js").Script} script @param {import("./state.js").Pain | import("./record.js").PerformedPain} one */
export const painLine = (script, one) => {
  const name = script.pain_limits.find((limit) => limit.region === one.region)?.name ?? one.region;
  return say("pain_line", { region: [name, sideName(one.side)].filter(Boolean).join(", "), n: one.pain_0_10 });
};

/** @param {Player} player */
function summary(player) {
  /** @type {Map<string, import("./state.js").Event[]>} */
  const found = new Map();
  for (const one of done(player.state)) {
    const id = `${one.label}.${one.round}`;
    found.set(id, [...(found.get(id) ?? []), one]);
  }
  return h("section.p-sum", {}, h("h2", {}, say("your_sets")),
    ...[...found.values()].map((sets) =>
      h("details", {}, h("summary", {}, h("span.p-k", {}, sets[0].label),
        h("span", {}, player.exercise(sets[0])?.name ?? sets[0].exercise),
        h("span.p-d", {}, gotLine(player.units, sets.map((one) => one.got)))), ...logFields(player, sets))));
}

/** `8 / 8 reps, 12 kg`.
 * @param {string} units @param {import("./state.js").Got[]} gots both sides of a set */
export function gotLine(units, gots) {
  const counted = /** @type {const} */ (["reps", "hold_s", "distance_m", "contacts"]);
  const what = counted.find((name) => gots[0][name] !== undefined);
  const amounts = what ? `${gots.map((one) => one[what]).join(" / ")} ${say(`${what}_short`)}` : "";
  return [amounts, loadLine(gots[0].load_kg, units)].filter(Boolean).join(", ");
}

/** It is kept here, and whether the diary has it yet.
 * @param {Player} player */
export function keptScreen(player) {
  const { outcome, state } = player;
  const isSent = outcome && !outcome.waiting;
  const words = !outcome ? "sending" : isSent ? "in_diary" : outcome.trouble || "offline";
  const isRefused = outcome?.trouble === "refused";
  return h("section.p-do.p-kept", {},
    h("h1", { tabindex: -1, "data-first": "" }, isSent ? say("in_diary_title") : say("kept_title")),
    h("p.p-lead", {}, endLine(done(state).length, lasted_min(state))),
    h(`p.p-verdict.p-${isSent ? "green" : "amber"}`, { role: "status" }, say(words), " ", isRefused ? "" : outcome?.says ?? ""),
    state.pains.length > 0 && h("p.p-lead", {}, say("asks_tomorrow")),
    isRefused && refusedList(player.runner),
    outcome && !isSent && !isRefused && takeAlong(performed(player.script, state)),
    outcome?.trouble === "sign-in" && h("a.btn.p-wide", { href: "/sign-in/" }, say("sign_in")),
    outcome && !isSent && !player.isAlone && h("button.btn.p-wide", { type: "button", click: () => player.send() }, say("try_again")),
    outcome && !isSent && h("button.btn.p-plain.p-wide", { type: "button", click: () => player.reopen(state) }, say("change_it")),
    player.home && h("a.btn.go", { href: player.home }, say("to_today")));
}
