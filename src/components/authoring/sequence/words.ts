import type { Row, SequenceProps } from "./rows.ts";

/** Describes the drawing for people who cannot see it, in one sentence per row. */
export function describeSequence({
  left,
  right,
  rows,
}: Pick<SequenceProps, "left" | "right"> & { readonly rows: readonly Row[] }): string {
  const nameOf = { left: left.name, right: right.name };
  const describe = (row: Row): string => {
    switch (row.kind) {
      case "call":
        return `${nameOf[row.from]} calls ${row.label}.`;
      case "message":
        return `${nameOf[row.from]} sends ${row.label}.`;
      case "ack":
        return `${nameOf[row.from]} acknowledges ${row.label}.`;
      case "lost":
        return `${nameOf[row.from]} sends ${row.label}, which is lost.`;
      case "stalled":
        return `${nameOf[row.from]} sends ${row.label}, which waits.`;
      case "more":
        return `${row.label}.`;
      case "status":
        return `${nameOf[row.from]} ends the call with ${row.label}.`;
      case "local-status":
        return `${nameOf[row.at]} sees ${row.label}.`;
      case "crash":
        return `${nameOf[row.at]} crashes: ${row.label}.`;
      case "restart":
        return `${nameOf[row.at]} is up again: ${row.label}.`;
    }
  };
  return [`${left.name} is on the left, ${right.name} on the right.`, ...rows.map(describe)].join(
    " ",
  );
}
