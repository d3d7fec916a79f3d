import type { RunRequest, RunResult } from "./run-scenario.ts";

/**
 * Lists what is wrong with a run according to its scenario alone, without the receipt: a condition that does not hold,
 * a program that failed, or a counterfactual in which every condition holds or the counts are others than they should
 * be.
 */
export function judgeRun({ subject, at, isWithout }: RunRequest, run: RunResult): string[] {
  const { scenario } = subject;
  const killed = scenario.heldPoints[at]?.kill;
  const failed = run.compared.programs
    .filter(({ exit, name }) => exit !== 0 && !(exit === "SIGKILL" && name === killed))
    .map(({ name, exit }) => `${name} ended with ${exit}. Expected exit status 0.`);
  const broken = Object.entries(run.compared.holds).filter(([, holds]) => !holds);
  if (!isWithout) {
    return [
      ...failed,
      ...broken.map(([words]) => `It does not hold that ${words}: ${list(run.compared.counts)}.`),
    ];
  }
  const { counts } = scenario.without?.fails ?? { counts: {} };
  const other = Object.entries(counts).filter(([name, n]) => run.compared.counts[name] !== n);
  return [
    ...failed,
    ...(broken.length === 0
      ? ["Without the line everything holds all the same: it proves nothing."]
      : []),
    ...other.map(
      ([name, n]) =>
        `Without the line "${name}" should be ${String(n)}, and is ${String(run.compared.counts[name] ?? "not counted")}.`,
    ),
  ];
}

function list(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, n]) => `${n} ${name}`)
    .join(", ");
}
