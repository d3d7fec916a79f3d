import { Failure } from "../../report/failure.mjs";

/** Settles as `promise` does, or rejects when the run is given up before that. */
export function orGiveUp<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: givenUp, reject } = Promise.withResolvers<never>();
  const onAbort = (): void => reject(new Failure("run-given-up", "The run was given up."));
  if (signal.aborted) onAbort();
  else signal.addEventListener("abort", onAbort, { once: true });
  return Promise.race([promise, givenUp]).finally(() =>
    signal.removeEventListener("abort", onAbort),
  );
}
