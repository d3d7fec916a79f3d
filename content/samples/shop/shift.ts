// A scanner's shift: 120 scans, always the same.
import type { Scan } from "../gen/shop/v1/orders.ts";
import { orderIdOf } from "./standard-run.ts";

const SCANS = 120;
const SHELVES = 12;
const SHIFT_STARTS_MS = Date.UTC(2026, 2, 2, 9);
const INTERVAL_MS = 20_000;
// The label of another shop, scanned by mistake.
const STRAY = 77;

/**
 * Scans "s-12.0001" to "s-12.0120" of scanner 12. The last one
 * says how many they are.
 */
export function standardShift(): Scan[] {
  return Array.from({ length: SCANS }, (_, index) => {
    const number = index + 1;
    return {
      scanId: `s-12.${String(number).padStart(4, "0")}`,
      orderId: number === STRAY ? "x-077" : orderIdOf(number),
      shelf: `A-${String(1 + (index % SHELVES)).padStart(2, "0")}`,
      scannedAt: new Date(SHIFT_STARTS_MS + index * INTERVAL_MS),
      scansInShift: number === SCANS ? SCANS : undefined,
    };
  });
}
