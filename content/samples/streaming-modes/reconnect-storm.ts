// 1,000 followers of a restarted server, and when they call again.
// Run: node reconnect-storm.ts
const FOLLOWERS = 1_000;
const BACK_AFTER_MS = 500;
const FIRST_PAUSE_MS = 1_000;
const SLOT_MS = 100;
const SEED = 137;

/** Numbers from 0 to 1, the same ones for the same seed. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

// #region storm
type Jitter = (random: () => number) => number;

/** The most calls that reach the server within 100 ms. */
function busiestSlot(jitter: Jitter): number {
  const random = createRandom(SEED);
  const slots = new Map<number, number>();
  for (let follower = 0; follower < FOLLOWERS; follower += 1) {
    let elapsedMs = 0;
    let pauseMs = FIRST_PAUSE_MS;
    // Calls before that find no server.
    while (elapsedMs < BACK_AFTER_MS) {
      elapsedMs += pauseMs * jitter(random);
      pauseMs *= 2;
    }
    const slot = Math.floor(elapsedMs / SLOT_MS);
    slots.set(slot, (slots.get(slot) ?? 0) + 1);
  }
  return Math.max(...slots.values());
}

const none = busiestSlot(() => 1);
const fifth = busiestSlot((random) => 0.8 + 0.4 * random());
const full = busiestSlot((random) => 2 * random());
// #endregion storm

console.log(`no jitter: ${none} in 100 ms`);
console.log(`±20 %: ${fifth} in 100 ms`);
console.log(`0 to twice the pause: ${full} in 100 ms`);
