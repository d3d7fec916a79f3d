/** A value as it is written in a record. */
interface Valued {
  readonly value?: string | number | boolean | null | undefined;
  readonly unit?: string | undefined;
  readonly shown?: string | undefined;
}

/**
 * A value as a program prints it, and as people read it. Both are empty for a statement.
 *
 * @example
 * showValue({ value: 65535, unit: "bytes" }) // { value: "65535", shown: "65,535 bytes", isCode: false }
 */
export function showValue({ value, unit, shown }: Valued): {
  readonly value: string;
  readonly shown: string;
  readonly isCode: boolean;
} {
  if (value === undefined) return { value: "", shown: "", isCode: false };
  const printed = String(value);
  const number = typeof value === "number" ? formatNumber(value) : printed;
  const words = shown ?? (unit === undefined ? number : `${number} ${unit}`);
  return {
    value: printed,
    // A no-break space keeps a value and its unit on one line.
    shown: words.replaceAll(/(?<=\d) (?=\S+$)/g, "\u00a0"),
    isCode: shown === undefined && unit === undefined && typeof value !== "number",
  };
}

function formatNumber(value: number): string {
  return Number.isInteger(value) ? value.toLocaleString("en-US") : String(value);
}

/**
 * The program that has a value, and its version.
 *
 * @example
 * showHolder({ of: "broker", holds: "Kafka 4.3.1" }) // "Broker, Kafka 4.3.1"
 * showHolder({ of: "grpc-js", holds: "grpc-js 1.14.7" }) // "grpc-js 1.14.7"
 */
export function showHolder({ of, holds }: { readonly of: string; readonly holds: string }): string {
  // A package keeps npm's spelling of its name.
  if (holds.startsWith(of)) return holds;
  // gRPC is written so at the beginning too.
  if (/^[a-z][A-Z]/.test(of)) return `${of}, ${holds}`;
  return `${of.charAt(0).toUpperCase()}${of.slice(1)}, ${holds}`;
}
