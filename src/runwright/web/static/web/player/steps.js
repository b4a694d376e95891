/**
 * The order of a session: which set comes when, and how long to rest before it. No page, no clock.
 *
 * @typedef {"left" | "right"} Side
 * @typedef {{number: number, work_s: number, side?: Side, ramp_share?: number,
 *   reps?: [number, number], hold_s?: number, rep_hold_s?: number, distance_m?: number,
 *   steps?: number, contacts?: number}} SetTarget
 * @typedef {{loads_kg: number[], heavier?: {rir: number, load_share: number}[]}} SetToSet
 * @typedef {{exercise: string, name: string, cues: string[], fault: string, fix: string,
 *   feel: string, tempo: string, sides: string, dose_kind: string, loadable: boolean,
 *   rest_s: number, setup_s: number, sets: SetTarget[], rir?: number, rir_or_more?: boolean, load_kg?: number, not_for?: string[],
 *   note?: string, set_to_set?: SetToSet}} Exercise
 * @typedef {{label: string, role: string, prescribed: Exercise, easier?: Exercise,
 *   swaps?: Exercise[], rests: boolean}} Item
 * @typedef {{id: string, is_superset: boolean, items: Item[]}} Block
 * @typedef {{minutes: number, worked_out_min: number, blocks: Block[]}} Version
 * @typedef {{region: string, name: string, green_max_0_10: number, amber_max_0_10: number}} Limit
 * @typedef {{switch_s: number, change_s: number, ramp_rest_s: number}} Times
 * @typedef {{id: string, day: string, title: string, start_min: number, versions: Version[],
 *   times: Times, pain_limits: Limit[],
 *   pain_words: {green: string, amber: string, red: string}}} Script
 * @typedef {{key: string, label: string, round: string, block: number, item: Item,
 *   exercise: Exercise, set: SetTarget, count: number, closes: boolean, isSecond: boolean}} Step
 * @typedef {{label: string, round: string, closes: boolean, at: number}} Done
 */

/** @param {Script} script @param {number} minutes @returns {Version} */
export const versionOf = (script, minutes) =>
  script.versions.find((one) => one.minutes === minutes) ?? script.versions[0];

/** The exercise chosen for an item.
 * @param {Item} item @param {string} [pick] @returns {Exercise} */
export function chosen(item, pick = "") {
  const others = [item.easier, ...(item.swaps ?? [])];
  return others.find((one) => one?.exercise === pick) ?? item.prescribed;
}

/** Sets grouped by what is one set to a person: both sides of it.
 * @param {Exercise} exercise */
export function rounds(exercise) {
  /** @type {Map<string, SetTarget[]>} */
  const found = new Map();
  for (const set of exercise.sets) {
    const id = (set.ramp_share === undefined ? "" : "r") + set.number;
    found.set(id, [...(found.get(id) ?? []), set]);
  }
  return [...found];
}

/**
 * Every set in the order it is done; a superset takes turns after its ramp sets.
 *
 * @param {Version} version
 * @param {Record<string, string>} picks exercise chosen for a label
 * @returns {Step[]}
 */
export function sequence(version, picks) {
  return version.blocks.flatMap((block, number) => {
    const items = block.items.map((item) => stepsOf(item, number, picks[item.label]));
    return block.is_superset ? inTurn(items) : items.flat(2);
  });
}

/** @param {Step[][][]} items @returns {Step[]} */
function inTurn(items) {
  const isRamp = (/** @type {Step[]} */ round) => round[0].set.ramp_share !== undefined;
  const ramps = items.flatMap((item) => item.filter(isRamp));
  const working = items.map((item) => item.filter((round) => !isRamp(round)));
  const most = Math.max(...working.map((item) => item.length));
  const turns = Array.from({ length: most }, (_, n) => working.flatMap((item) => item[n] ?? []));
  return [...ramps.flat(), ...turns.flat()];
}

/** @returns {Step[][]}
 * @param {Item} item @param {number} block @param {string | undefined} pick */
function stepsOf(item, block, pick) {
  const exercise = chosen(item, pick);
  const found = rounds(exercise);
  const count = found.filter(([id]) => !id.startsWith("r")).length;
  return found.map(([round, sets]) =>
    sets.map((set, n) => ({
      key: `${item.label}.${round}.${set.side ?? "both"}`,
      label: item.label, round, block, item, exercise, set, count,
      closes: n === sets.length - 1,
      isSecond: n > 0,
    })),
  );
}

/**
 * The moment before which a set should not begin: its exercise rests, or one changes over to it.
 *
 * @param {Step} step
 * @param {Done[]} done what was done so far, in order
 * @param {Times} times
 * @returns {number} [ms]; 0 where nothing need be waited for
 */
export function restUntil(step, done, times) {
  const last = done.at(-1);
  if (!last || !step.item.rests) return 0;
  const own = done.filter((one) => one.label === step.label && one.closes).at(-1);
  const rest_s = own?.round.startsWith("r")
    ? Math.min(times.ramp_rest_s, step.exercise.rest_s)
    : step.exercise.rest_s;
  const rested = own ? own.at + rest_s * 1000 : 0;
  const change_s = Math.max(times.change_s, step.exercise.setup_s);
  const changed = last.label === step.label ? 0 : last.at + change_s * 1000;
  return Math.max(rested, changed);
}

/** Minutes left of a version, by the work still open.
 * @param {Version} version
 * @param {Step[]} all @param {Step[]} open */
export function minutesLeft(version, all, open) {
  const work = (/** @type {Step[]} */ steps) => steps.reduce((sum, one) => sum + one.set.work_s, 0);
  return Math.ceil((version.worked_out_min * work(open)) / (work(all) || 1));
}
