import type { Issue } from "../report/issue.ts";
import { didYouMean } from "../report/nearest.ts";
import type { Words } from "../mdx/find-words.ts";
import type { IssueSlug } from "../report/slugs.ts";

/** What justifies the numbers and names on a page. */
export interface Grounds {
  /** Values with units, in the form of {@link findValues}, from the example and the facts that the page shows. */
  readonly values: ReadonlySet<string>;
  /** Numbers from the page's samples: their files, what they printed, what was counted. */
  readonly numbers: ReadonlySet<string>;
  /** Names of settings, from facts and from everything that the readings print. */
  readonly settings: ReadonlySet<string>;
  /** The text of the page's samples, whose names the page may use. */
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
/** Smaller bare numbers are everyday counts and are not checked. */
const SMALL = 1_000;
/**
 * Matches `linger.ms` and `grpc.max_receive_message_length`, with or without `=value`, but no file name and no member
 * of an object.
 */
const SETTING = /^([a-z][\w-]*(?:\.[a-z][\w-]*)+)(?:=\S+)?$/;
const FILE_ENDINGS = /\.(?:ts|js|mjs|json|java|proto|yaml|yml|xml|db|md|mdx|txt|sh|properties)$/;

/**
 * Finds values without evidence: a number with a unit, a large number, a version or the name of a setting that comes
 * from no fact on this page, not from the example, and not from the page's samples or their output.
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

/** Programs write seconds and longer units in milliseconds, so `30 s` needs `30_000` as evidence, not just any 30. */
function isEvident({ value, number }: FoundValue, { numbers }: Grounds): boolean {
  const [, unit = ""] = value.split(" ");
  const ms = MS[unit];
  return numbers.has(ms === undefined ? number : String(Number(number) * ms));
}

function isKnown(setting: string, { settings, code }: Grounds): boolean {
  return settings.has(setting) || code.includes(setting);
}

interface FoundValue {
  /** The value as written. */
  readonly words: string;
  /** The value as compared: `65535 bytes`. */
  readonly value: string;
  readonly number: string;
  /** The index in its text. */
  readonly index: number;
}

/** Finds the values in a text that need evidence: `65,535 bytes` → `65535 bytes`. */
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
