/** The result of the last check, shared by every caller. */
export interface KeptCheck<Result> {
  /** The check of the content as it is now: the running one, the finished one, or a new one. */
  readonly current: () => Promise<Result>;
  /** Marks the content as changed, so that the next call of `current` starts a new check. */
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

/** Queues calls of `work`: each starts when the previous one has ended, even if that one failed. */
export function inTurn<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
}
