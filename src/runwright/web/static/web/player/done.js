/** A session that is done already: what was done, and the ways on. */
import { h, icon } from "./dom.js";
import { beforeBar, endLine, gotLine, painLine } from "./finish.js";
import { dayName, say } from "./said.js";
import { chosen } from "./steps.js";
import { takeAlong } from "./waiting.js";

/** @typedef {import("./player.js").Player} Player */
/** @typedef {import("./record.js").PerformedSet} PerformedSet */

const MINUTE_MS = 60_000;

/** @param {Player} player */
export function doneScreen(player) {
  const { before, script } = player;
  if (!before) return h("section");
  const { document, isInDiary, state } = before;
  const took_ms = Date.parse(document.ended_at) - Date.parse(document.started_at);
  return h("section.p-do.p-done", {},
    beforeBar(player),
    h("h1", { tabindex: -1, "data-first": "" }, icon("check"), say("done_title")),
    h("p.p-lead", {}, dayName(document.started_at.slice(0, 10)), ": ",
      endLine(document.sets.length, Math.round(took_ms / MINUTE_MS)), " ",
      document.effort_0_10 === undefined ? "" : say("done_effort", { n: document.effort_0_10 })),
    h(`p.p-verdict.p-${isInDiary ? "green" : "amber"}`, { role: "status" }, say(isInDiary ? "done_in_diary" : "done_waits")),
    document.pains.length > 0 && h("ul.p-done-pains", {}, ...document.pains.map((one) => h("li", {}, painLine(script, one)))),
    document.note && h("p.p-done-note", {}, document.note),
    setList(player, document.sets),
    !isInDiary && takeAlong(document),
    h("div.p-ctl.p-one", {},
      player.home && h("a.btn.go", { href: player.home }, say("to_today")),
      h("div.p-two", {},
        isInDiary && player.diary && h("a.btn.p-plain", { href: player.diary.replace("SESSION", encodeURIComponent(document.id)) }, say("change_it")),
        !isInDiary && state && h("button.btn.p-plain", { type: "button", click: () => void player.reopen(state) }, say("change_it")),
        h("button.btn.p-plain", { type: "button", click: () => player.again() }, say("do_again")))));
}

/** Every set, a line for both sides; alike ones together.
 * @param {Player} player @param {PerformedSet[]} sets */
function setList({ script, units }, sets) {
  /** @type {Map<string, PerformedSet[]>} */
  const found = new Map();
  for (const one of sets) {
    const id = `${one.label} ${one.exercise} ${Boolean(one.is_ramp)} ${one.number}`;
    found.set(id, [...(found.get(id) ?? []), one]);
  }
  /** @type {{set: PerformedSet, line: string, times: number}[]} */
  const lines = [];
  for (const both of found.values()) {
    const line = gotLine(units, both);
    const last = lines.at(-1);
    if (last?.line === line && last.set.label === both[0].label) last.times += 1;
    else lines.push({ set: both[0], line, times: 1 });
  }
  return h("ol.p-do-list", {}, ...lines.map(({ set, line, times }) =>
    h("li", {}, h("span.p-k", {}, set.label), h("span", {}, nameOf(script, set)),
      h("span.p-d", {}, h("b", {}, times > 1 ? `${times} \u00d7 ${line}` : line)))));
}

/** @param {import("./steps.js").Script} script @param {PerformedSet} set */
function nameOf(script, { label, exercise }) {
  const items = script.versions.flatMap((one) => one.blocks.flatMap((block) => block.items));
  const item = items.find((one) => one.label === label);
  const known = item && chosen(item, exercise);
  return known?.exercise === exercise ? known.name : exercise.replaceAll("_", " ");
}
