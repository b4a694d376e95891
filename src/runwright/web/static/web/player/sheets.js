/** What comes over the screen: it hurts, swap, skip. */
import { instead, light } from "./choices.js";
import { cells, figure, h, icon } from "./dom.js";
import { amountLine, say, sideName } from "./said.js";

/** @typedef {import("./main.js").Player} Player */
/** @typedef {import("./steps.js").Exercise} Exercise */

const MOST_PAIN = 10;

/** A sheet with a way back.
 * @param {Player} player @param {string} title
 * @param {(import("./dom.js").Child)[]} inside */
const sheet = (player, title, ...inside) =>
  h("div.p-sheet", {},
    h("header.p-bar", {},
      h("button.p-icon", { type: "button", "aria-label": say("back"), click: () => player.closeSheet() }, icon("back")),
      h("p.p-mid", {}, h("b", {}, player.step?.exercise.name ?? player.script.title)),
      h("span.p-icon")),
    h("h1", { tabindex: -1, "data-first": "" }, title),
    ...inside);

/** @param {Player} player */
export function skipSheet(player) {
  const leave = (/** @type {string} */ because) => () => player.act("leave", { because });
  const reasons = ["no_time", "no_kit", "too_hard", "not_today"];
  return sheet(player, say("skip_title"),
    h("p.p-lead", {}, say("skip_set_lead")),
    h("button.btn.p-wide", { type: "button", click: () => player.act("pass") }, say("skip_set")),
    h("h2", {}, say("leave_out")),
    h("p.p-lead", {}, say("leave_lead")),
    h("div.p-choices", {},
      ...reasons.map((one) => h("button.btn.p-wide", { type: "button", click: leave(say(one)) }, say(one))),
      h("button.btn.p-wide", { type: "button", click: () => player.ask("hurts") }, say("something_hurts"))),
    h("button.btn.p-plain.p-wide", { type: "button", click: () => player.act("stop", { ended: "shortened" }) }, say("end_here")));
}

/** @param {Player} player */
export function swapSheet(player) {
  const { step, state } = player;
  const sore = player.soreRegions();
  const offers = instead(step.item, state.picks[step.label], sore);
  return sheet(player, say("swap_title"),
    h("p.p-lead", {}, offers.length ? say("swap_lead") : say("no_swap")),
    h("div.p-offers", {}, ...offers.map((one) => offer(player, one))));
}

/** @param {Player} player @param {Exercise} exercise */
function offer(player, exercise) {
  const { item } = player.step;
  const aside = exercise === item.easier ? say("easier") : exercise === item.prescribed ? say("planned") : say("alike");
  return h("article.card.p-offer", {},
    figure(exercise.exercise, exercise.name, player.query, { still: true }),
    h("div", {}, h("p.p-label", {}, aside), h("h2", {}, exercise.name), h("p.small", {}, doses(player, exercise)),
      h("button.btn", { type: "button", click: () => player.act("pick", { exercise: exercise.exercise }) },
        say("do_this"), h("span.vh", {}, `: ${exercise.name}`))));
}

/** `2 × 8–10 reps`.
 * @param {Player} player @param {Exercise} exercise */
function doses(player, exercise) {
  const [set] = exercise.sets.filter((one) => one.ramp_share === undefined);
  const many = Math.max(...exercise.sets.map((one) => one.number));
  return `${many} \u00d7 ${amountLine({ ...player.step, exercise, set })}${set.side ? ` ${say("each_side")}` : ""}`;
}

/** Where, which side, how much; and what to do about it.
 * @param {Player} player */
export function hurtsSheet(player) {
  const told = player.hurt;
  const change = (/** @type {Record<string, any>} */ more) => player.ask("hurts", { ...told, ...more });
  const parts = [where(player, change)];
  if (told.region) parts.push(side(told, change), howMuch(player, change));
  if (told.region && told.pain_0_10 !== undefined) parts.push(verdict(player));
  const isRed = told.pain_0_10 !== undefined && judged(player) === "red";
  return sheet(player, isRed ? say("stop_this") : say("hurts_title"), ...parts);
}

/** @param {Player} player */
const judged = ({ script, hurt }) => light(script, hurt.region, hurt.pain_0_10);

/** @param {Player} player @param {(more: Record<string, any>) => void} change */
function where({ script, hurt, step }, change) {
  const chosen = script.pain_limits.find((one) => one.region === hurt.region);
  const list = cells("region", say("where"),
    likelyFirst(script, step).map((one) => ({ value: one.region, text: one.name, is: one === chosen })),
    (region) => change({ region }));
  list.classList.add("p-regions");
  return h("details.p-where", { open: !chosen },
    h("summary", {}, chosen ? say("where_is", { name: chosen.name }) : say("where")), list);
}

/** Regions the exercise is hard on stand first.
 * @param {import("./steps.js").Script} script
 * @param {import("./steps.js").Step | undefined} step */
function likelyFirst(script, step) {
  const likely = step?.exercise.not_for ?? [];
  return [...script.pain_limits].sort(
    (a, b) => Number(likely.includes(b.region)) - Number(likely.includes(a.region)));
}

/** @param {any} told @param {(more: Record<string, any>) => void} change */
const side = (told, change) =>
  cells("side", say("which_side"),
    ["left", "right", ""].map((one) => ({
      value: one, text: one ? say(one) : say("both_or_middle"), is: (told.side ?? null) === one,
    })),
    (value) => change({ side: value }));

/** @param {Player} player @param {(more: Record<string, any>) => void} change */
function howMuch({ script, hurt }, change) {
  const scale = cells("pain", say("how_much"),
    Array.from({ length: MOST_PAIN + 1 }, (_, n) => ({
      value: `${n}`, text: `${n}`, is: hurt.pain_0_10 === n, tone: light(script, hurt.region, n),
    })),
    (value) => change({ pain_0_10: Number(value) }), say("pain_scale"));
  const limit = script.pain_limits.find((one) => one.region === hurt.region);
  scale.append(h("p.p-label", {}, say("pain_limits", {
    green: limit?.green_max_0_10 ?? 0, amber: limit?.amber_max_0_10 ?? 0,
  })));
  return scale;
}

/** @param {Player} player */
function verdict(player) {
  const { script, hurt } = player;
  const colour = judged(player);
  const words = script.pain_words[colour];
  const said = h(`p.p-verdict.p-${colour}`, { role: "status" }, words);
  if (colour !== "red" || !player.step) {
    return h("div.p-then", {}, said,
      h("button.btn.go", { type: "button", click: () => player.noteHurt() }, say("note_and_go_on")));
  }
  const { step, state } = player;
  const offers = instead(step.item, state.picks[step.label], [...player.soreRegions(), hurt.region]);
  return h("div.p-then", {}, said,
    offers.length > 0 && h("h2", {}, say("instead")),
    h("div.p-offers", {}, ...offers.map((one) => redOffer(player, one))),
    h("button.btn.p-wide", { type: "button", click: () => player.noteHurt("leave", { because: say("pain_because", {
      region: regionName(player), n: hurt.pain_0_10 }) }) }, say("leave_it_out")),
    h("button.btn.p-wide", { type: "button", click: () => player.noteHurt("stop", { ended: "pain" }) }, say("end_here")),
    h("p.small.quiet", {}, say("see_someone")));
}

/** @param {Player} player */
const regionName = ({ script, hurt }) =>
  [script.pain_limits.find((one) => one.region === hurt.region)?.name, sideName(hurt.side)]
    .filter(Boolean).join(", ");

/** @param {Player} player @param {Exercise} exercise */
const redOffer = (player, exercise) =>
  h("article.card.p-offer", {},
    figure(exercise.exercise, exercise.name, player.query, { still: true }),
    h("div", {}, h("p.p-label", {}, say("if_easy")), h("h2", {}, exercise.name),
      h("p.small", {}, doses(player, exercise)),
      h("button.btn", { type: "button", click: () => player.noteHurt("pick", { exercise: exercise.exercise }) },
        say("swap_go_on"), h("span.vh", {}, `: ${exercise.name}`))));
