/** A small session for the tests: a ramped superset with sides and a hold, after a warm-up. */
const base = {
  cues: ["Tall."], fault: "f", fix: "x", feel: "y", tempo: "2-0-1", setup_s: 0, rest_s: 90,
};
const sides = (number, more) => [
  { number, work_s: 30, side: "left", ...more },
  { number, work_s: 30, side: "right", ...more },
];

export const squat = {
  ...base, exercise: "squat", name: "Squat", sides: "both", dose_kind: "reps", loadable: true,
  rir: 3,
  sets: [
    { number: 1, work_s: 15, ramp_share: 0.5, reps: [5, 5] },
    { number: 1, work_s: 40, reps: [8, 10] },
    { number: 2, work_s: 40, reps: [8, 10] },
  ],
};
export const easySquat = {
  ...base, exercise: "box_squat", name: "Box squat", sides: "both", dose_kind: "reps",
  loadable: false, not_for: ["hip"], sets: [{ number: 1, work_s: 40, reps: [10, 10] },
    { number: 2, work_s: 40, reps: [10, 10] }],
};
export const step = {
  ...base, exercise: "step_up", name: "Step-up", sides: "each", dose_kind: "reps", loadable: true,
  not_for: ["knee"], sets: [...sides(1, { reps: [6, 8] }), ...sides(2, { reps: [6, 8] })],
};
export const plank = {
  ...base, exercise: "side_plank", name: "Side plank", sides: "each", dose_kind: "hold",
  loadable: false, rest_s: 60, sets: [...sides(1, { hold_s: 30 }), ...sides(2, { hold_s: 30 })],
};
export const walk = {
  ...base, exercise: "walk", name: "Walk", sides: "both", dose_kind: "hold", loadable: false,
  sets: [{ number: 1, work_s: 120, hold_s: 120 }],
};

export const script = {
  id: "2026-11-24-foundation", day: "2026-11-24", title: "Strength A",
  start_min: 1080,
  times: { basis: "coach_default", switch_s: 5, change_s: 10, ramp_rest_s: 30 },
  pain_limits: [
    { region: "knee", name: "Knee", green_max_0_10: 2, amber_max_0_10: 3 },
    { region: "achilles", name: "Achilles", green_max_0_10: 3, amber_max_0_10: 5 },
  ],
  pain_words: { green: "Go on.", amber: "Hold.", red: "Stop." },
  versions: [
    {
      minutes: 30, worked_out_min: 20, blocks: [
        { id: "W", is_superset: false, items: [
          { label: "W1", role: "raise", prescribed: walk, rests: false }] },
        {
          id: "A", is_superset: true, items: [
            { label: "A1", role: "main", prescribed: squat, easier: easySquat, swaps: [step], rests: true },
            { label: "A2", role: "core", prescribed: plank, rests: true },
          ],
        },
      ],
    },
    {
      minutes: 15, worked_out_min: 5, blocks: [
        { id: "A", is_superset: false, items: [
          { label: "A1", role: "main", prescribed: step, rests: true }] },
      ],
    },
  ],
};
