import type { Issue } from "../report/issue.ts";
import { didYouMean } from "../report/nearest.ts";
import type { Words } from "../mdx/find-words.ts";
import type { IssueSlug } from "../report/slugs.ts";

/** What the numbers and names on a page may rest on. */
export interface Grounds {
  /** Values with their unit, as {@link findValues} writes them: of the example, of the facts that the page shows. */
  readonly values: ReadonlySet<string>;
  /** Numbers in what the page's samples say: their files, what they printed, what was counted. */
  readonly numbers: ReadonlySet<string>;
  /** Names of settings: of facts, and of everything that the readings print. */
  readonly settings: ReadonlySet<string>;
  /** Text of the page's samples, where it may have a name from. */
  readonly code: string;
}

/** Unit as written → as compared. */
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^(?:ms|milliseconds?)$/, "ms"],
  [/^(?:s|seconds?)$/, "s"],
  [/^(?:min|minutes?)$/, "min"],
  [/^(?:h|hours?)$/, "h"],
  [/^days?$/, "days"],
  [/^(?:B|bytes?)$/, "bytes"],
  [/^(?:[kKMG]i?B)$/, "$&"],
  [/^%$/, "%"],
];
const VALUE =
  /(?<![\w.,/-])(\d[\d,]*(?:\.\d+)*)(?:[\s\u00a0-]?(ms|milliseconds?|seconds?|s|minutes?|min|hours?|h|days?|bytes?|B|[kKMG]i?B|%)(?![\w-]))?/g;
const MS: Readonly<Record<string, number>> = {
  s: 1_000,
  min: 60_000,
  h: 3_600_000,
  days: 86_400_000,
};
/** A bare number that is smaller is a count that anybody can make. */
const SMALL = 1_000;
/** `linger.ms`, `grpc.max_receive_message_length`, with or without `=value`: not a file, not a member of an object. */
const SETTING = /^([a-z][\w-]*(?:\.[a-z][\w-]*)+)(?:=\S+)?$/;
const FILE_ENDINGS = /\.(?:ts|js|mjs|json|java|proto|yaml|yml|xml|db|md|mdx|txt|sh|properties)$/;

/**
 * Finds values that rest on nothing: a number with a unit, a large number, a version, the name of a setting, that is
 * neither a fact on this page, nor the example's, nor in what the page's samples are or printed.
 */
export function checkValues(page: string, words: readonly Words[], grounds: Grounds): Issue[] {
  return words.flatMap(({ text, isCode, placeOf }): Issue[] => {
    const issue = (slug: IssueSlug, message: string, index = 0): Issue[] => [
      { slug, file: page, ...placeOf(index), message },
    ];
    const setting = isCode ? SETTING.exec(text)?.[1] : undefined;
    if (isCode) {
      if (setting === undefined || FILE_ENDINGS.test(setting) || isKnown(setting, grounds))
        return [];
      return issue(
        "unknown-setting",
        `No fact, no reading and no sample of this page has a setting "${setting}".${didYouMean(setting, [...grounds.settings])}`,
      );
    }
    return findValues(text)
      .filter((it) => !grounds.values.has(it.value) && !isEvident(it, grounds))
      .flatMap(({ words: shown, index }) =>
        issue(
          "loose-value",
          `Nothing on this page proves "${shown}". If it is a default, a limit, a version or measured, type <Fact id="…" />;\nif a recorded run says it, link the sample; if it belongs to the example, it stands in content/story.yaml.`,
          index,
        ),
      );
  });
}

/** Seconds and longer are milliseconds in a program: `30 s` rests on `30_000`, not on any 30. */
function isEvident({ value, number }: FoundValue, { numbers }: Grounds): boolean {
  const [, unit = ""] = value.split(" ");
  const ms = MS[unit];
  return numbers.has(ms === undefined ? number : String(Number(number) * ms));
}

function isKnown(setting: string, { settings, code }: Grounds): boolean {
  return settings.has(setting) || code.includes(setting);
}

interface FoundValue {
  /** As it is written. */
  readonly words: string;
  /** As it is compared: `65535 bytes`. */
  readonly value: string;
  readonly number: string;
  /** Where it begins in its text. */
  readonly index: number;
}

/**
 * The values in a text that somebody could doubt: `65,535 bytes` → `65535 bytes`.
 */
export function findValues(text: string): FoundValue[] {
  return [...text.matchAll(VALUE)].flatMap(({ 0: words, 1: digits = "", 2: unit, index }) => {
    const number = digits.replaceAll(",", "").replace(/\.$/, "");
    const isVersion = /^\d+\.\d+/.test(number);
    if (unit === undefined && !isVersion && Number(number) < SMALL) return [];
    const [, normal] = UNITS.find(([pattern]) => pattern.test(unit ?? "")) ?? [];
    const value = unit === undefined ? number : `${number} ${normal === "$&" ? unit : normal}`;
    return [{ words: words.trim(), value, number, index }];
  });
}
