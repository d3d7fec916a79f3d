/** The result of the last check, for all who need it. */
export interface KeptCheck<Result> {
  /** The check of the content as it is now: the one that is running, or has ended, or a new one. */
  readonly current: () => Promise<Result>;
  /** Content has changed: who asks from now on gets a new check. */
  readonly forget: () => void;
}

/** Keeps the result of `check` until something changes. A check that throws is not kept. */
export function keepChecked<Result>(check: () => Promise<Result>): KeptCheck<Result> {
  let kept: Promise<Result> | undefined;
  return {
    current() {
      if (kept !== undefined) return kept;
      const started = check();
      kept = started;
      started.catch(() => {
        if (kept === started) kept = undefined;
      });
      return started;
    },
    forget() {
      kept = undefined;
    },
  };
}

/** Makes calls of `work` wait for each other: one begins when the one before it has ended, however that ended. */
export function inTurn<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
}
