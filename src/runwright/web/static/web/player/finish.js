/** Before and after: what is coming, and how it was. */
import { cells, figure, h, icon } from "./dom.js";
import { amountLine, dayName, loadLine, say, sideName } from "./said.js";
import { logFields } from "./rest.js";
import { done } from "./state.js";
import { rounds, sequence } from "./steps.js";
import { topBar } from "./work.js";

/** @typedef {import("./main.js").Player} Player */

const EFFORT = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];

/** What is coming; the first press wakes the sound up.
 * @param {Player} player */
export function overviewScreen(player) {
  const { script, version, waiting } = player;
  const first = sequence(version, {})[0];
  return h("section.p-do.p-before", {},
    h("header.p-bar", {},
      player.home ? h("a.p-icon", { href: player.home, "aria-label": say("leave_page") }, icon("close")) : h("span"),
      h("p.p-mid", {}, h("b", {}, script.title), h("span.p-label", {}, dayName(script.day))),
      h("button.p-icon", { type: "button", "aria-pressed": `${!player.settings.mute}`,
        "aria-label": say("voice"), click: () => player.toggleVoice() },
        icon(player.settings.mute ? "mute" : "sound"))),
    h("h1", { tabindex: -1 }, waiting ? say("go_on_title") : say("ready_title")),
    waiting && h("p.p-lead", {}, say("go_on_lead", { n: done(waiting).length })),
    !waiting && script.versions.length > 1 && cells("minutes", say("how_long"),
      [...script.versions].sort((a, b) => a.minutes - b.minutes).map((one) => ({
        value: `${one.minutes}`, text: say("min", { n: one.minutes }), is: one === version,
      })), (value) => player.choose(Number(value))),
    h("div.p-first", {}, figure(first.exercise.exercise, first.exercise.name, player.query)),
    ...version.blocks.map(block),
    h("p.small.quiet", {}, say("coach_default")),
    player.download && h("p.p-files", {},
      h("a.p-link", { href: player.download, download: "" }, say("take_as_file")),
      h("a.p-link", { href: player.bring }, say("bring_back"))),
    h("div.p-ctl.p-one", {},
      h("button.btn.go", { type: "button", "data-first": "", click: () => player.start() },
        waiting ? say("go_on") : say("start_session", { n: version.minutes })),
      waiting && h("button.btn.p-plain", { type: "button", click: () => player.startOver() }, say("start_over"))));

}

/** @param {import("./steps.js").Block} one */
const block = (one) =>
  h("section.p-block", {}, one.is_superset && h("p.p-label", {}, say("in_turn")),
    h("ol.p-do-list", {}, ...one.items.map((item) => {
      const working = rounds(item.prescribed).filter(([id]) => !id.startsWith("r"));
      const [, [set]] = working[0];
      const step = /** @type {any} */ ({ exercise: item.prescribed, set });
      return h("li", {}, h("span.p-k", {}, item.label), h("span", {}, item.prescribed.name),
        h("span.p-d", {}, h("b", {}, `${working.length} \u00d7 ${amountLine(step)}`), set.side ? ` ${say("each_side")}` : ""));
    })));

/** How it was: effort, what hurts, a note, and every set once more.
 * @param {Player} player */
export function endScreen(player) {
  const { state, script } = player;
  const note = h("textarea", { id: "note", rows: 3, maxlength: 2000, change: () => player.rate("note", { note: note.value }) });
  note.value = state.note;
  return h("section.p-do.p-after", {},
    topBar(player),
    h("h1", { tabindex: -1, "data-first": "" }, state.ended === "pain" ? say("ended_pain") : say("ended")),
    h("p.p-lead", {}, endLine(state)),
    cells("effort", say("effort"),
      EFFORT.map((one) => ({ value: one, text: one, is: state.effort === Number(one) })),
      (value) => player.rate("rate", { effort: Number(value) }), say("effort_scale")),
    h("p.p-label.p-scale-words", {}, h("span", {}, say("effort_0")), h("span", {}, say("effort_5")), h("span", {}, say("effort_10"))),
    h("div.p-pains", {}, h("h2", {}, say("pains")),
      state.pains.length
        ? h("ul", {}, ...state.pains.map((one) => h("li", {}, painLine(script, one))))
        : h("p.quiet", {}, say("no_pains")),
      h("button.btn", { type: "button", click: () => player.ask("hurts") }, icon("hurts"), say("add_pain"))),
    h("div.p-field", {}, h("label.p-lab", { for: "note" }, say("note"), h("span", {}, say("optional"))), note),
    summary(player),
    h("div.p-ctl.p-one", {},
      h("button.btn.go", { type: "button", click: () => player.finish() }, say("keep")),
      h("button.btn.p-plain", { type: "button", click: () => player.act("back") }, say("not_finished"))));
}

/** `14 sets in 28 min.`
 * @param {import("./state.js").State} state */
const endLine = (state) =>
  say("end_lead", {
    n: done(state).length, min: Math.max(1, Math.round((state.endedAt - state.startedAt) / 60_000)),
  });

/** @param {import("./steps.js").Script} script @param {import("./state.js").Pain} one */
const painLine = (script, one) => {
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
        h("span.p-d", {}, gotLine(player, sets))), ...logFields(player, sets))));
}

/** `8 / 8 reps, 12 kg`.
 * @param {Player} player @param {import("./state.js").Event[]} sets */
function gotLine(player, sets) {
  const counted = /** @type {const} */ (["reps", "hold_s", "distance_m", "contacts"]);
  const what = counted.find((name) => sets[0].got[name] !== undefined);
  const amounts = what ? `${sets.map((one) => one.got[what]).join(" / ")} ${say(`${what}_short`)}` : "";
  return [amounts, loadLine(sets[0].got.load_kg, player.units)].filter(Boolean).join(", ");
}

/** It is kept here, and whether the diary has it yet.
 * @param {Player} player */
export function keptScreen(player) {
  const { outcome, state } = player;
  const isSent = outcome && !outcome.waiting;
  const words = !outcome ? "sending" : isSent ? "in_diary" : outcome.trouble || "offline";
  return h("section.p-do.p-kept", {},
    h("h1", { tabindex: -1, "data-first": "" }, isSent ? say("in_diary_title") : say("kept_title")),
    h("p.p-lead", {}, endLine(state)),
    h(`p.p-verdict.p-${isSent ? "green" : "amber"}`, { role: "status" }, say(words), " ", outcome?.says ?? ""),
    outcome && !isSent && player.fileUrl
      ? h("a.btn.p-wide", { href: player.fileUrl(), download: `${state.id}.json` }, say("as_file")) : null,
    outcome?.trouble === "sign-in" && h("a.btn.p-wide", { href: "/sign-in/" }, say("sign_in")),
    outcome && !isSent && !player.isAlone && h("button.btn.p-wide", { type: "button", click: () => player.send() }, say("try_again")),
    player.home && h("a.btn.go", { href: player.home }, say("to_today")));
}
