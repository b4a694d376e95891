import assert from "node:assert/strict";
import { test } from "node:test";

import { amountLine, cue, learn } from "PLAYER/said.js";

const step = { set: { side: "left", reps: [10, 10] }, exercise: { name: "Wadenheben", sides: "each" } };

test("a voice says whole what is written short", () => {
  learn({ reps: "Wdh.", reps_aloud: "Wiederholungen", left_side: "Linke Seite" });

  assert.equal(amountLine(step), "10 Wdh.");
  assert.equal(cue(step, false), "Wadenheben. Linke Seite. 10 Wiederholungen.");
});
