/** `count(1, "run")` → "1 run"; `count(2, "run")` → "2 runs". */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

// The mark lets bundlers leave it out of the pages' scripts, which only count.
const DAY = /* @__PURE__ */ new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  // Cut from the long name, because the short one for September is "Sept" in British English and "Sep" in others.
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** Formats a date: "2026-11-23" → "23 Nov 2026". */
export function formatDate(day: string): string {
  return DAY.format(new Date(`${day}T00:00:00Z`)).replace(/(?<= )([A-Z][a-z]{2})[a-z]*(?= )/, "$1");
}
