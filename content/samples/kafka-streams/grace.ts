// How many events a grace of so many seconds leaves out.
// Run: node grace.ts
import { countInALoop } from "./count-in-a-loop.ts";
import { quarterOfAnHour } from "./quarter-of-an-hour.ts";

const SECOND_MS = 1_000;
// The last event closes the windows and is in none of them.
const events = quarterOfAnHour().length - 1;

for (const seconds of [0, 30, 240]) {
  const counts = countInALoop(seconds * SECOND_MS);
  const counted = [...counts.values()].reduce(
    (sum, count) => sum + count,
    0,
  );
  console.log(
    `grace ${seconds} s: ${events - counted} events come too late`,
  );
}
