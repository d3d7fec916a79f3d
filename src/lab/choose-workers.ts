/** A run with a broker waits about half of its time. With three runs a core one run differed; with four, deadlines passed. */
const RUNS_PER_CPU = 2;
/** Bytes that a broker in Java and three programs in Node take at most. */
const MEMORY_PER_RUN = 800 * 1024 * 1024;

/**
 * Returns how many runs to make at a time on a machine.
 *
 * @param cpus number of cores that this process may use: `os.availableParallelism()`
 * @param freeMemory number of free bytes: `os.freemem()`
 */
export function chooseWorkers(cpus: number, freeMemory: number): number {
  const byMemory = Math.floor(freeMemory / MEMORY_PER_RUN);
  return Math.max(1, Math.min(RUNS_PER_CPU * cpus, byMemory));
}
