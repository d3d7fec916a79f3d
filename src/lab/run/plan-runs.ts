import type { RunRequest } from "./run-scenario.ts";
import type { Subject } from "../find-scenarios.ts";

/**
 * Lists the runs of a subject in the order of its receipt: one for each held point, and after the held point of the
 * counterfactual the run without the line.
 */
export function planRuns(subject: Subject): readonly RunRequest[] {
  const { heldPoints, without } = subject.scenario;
  return Object.keys(heldPoints).flatMap((at) => [
    { subject, at, isWithout: false },
    ...(without?.fails.at === at ? [{ subject, at, isWithout: true }] : []),
  ]);
}

/** Returns the name of a run: `after the work, before the acknowledgement, without the key`. */
export function nameRun({ subject, at, isWithout }: RunRequest): string {
  const says = subject.scenario.without?.says ?? "";
  return isWithout ? `${at}, ${says}` : at;
}
