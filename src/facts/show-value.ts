/** A value as a record has it. */
interface Valued {
  readonly value?: string | number | boolean | null | undefined;
  readonly unit?: string | undefined;
  readonly shown?: string | undefined;
}

/**
 * A value as a program prints it, and as a person reads it; empty for a statement.
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
    // A value and its unit stay on one line.
    shown: words.replaceAll(/(?<=\d) (?=\S+$)/g, "\u00a0"),
    isCode: shown === undefined && unit === undefined && typeof value !== "number",
  };
}

function formatNumber(value: number): string {
  return Number.isInteger(value) ? value.toLocaleString("en-US") : String(value);
}
