/** Runs mostly wait (for timers, time-outs, an elected leader), so each core can serve several of them. */
const RUNS_PER_CPU = 4;
/** A broker in Java and three programs in Node at their largest, in bytes. */
const MEMORY_PER_RUN = 800 * 1024 * 1024;

/**
 * How many runs to make at a time on a machine.
 *
 * @param cpus cores that this process may use: `os.availableParallelism()`
 * @param freeMemory bytes that are free now: `os.freemem()`
 */
export function chooseWorkers(cpus: number, freeMemory: number): number {
  const byMemory = Math.floor(freeMemory / MEMORY_PER_RUN);
  return Math.max(1, Math.min(RUNS_PER_CPU * cpus, byMemory));
}
