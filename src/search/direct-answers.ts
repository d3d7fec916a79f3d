/**
 * The direct answer to a query that is the name of something: of a setting, of a default, of a term. Only whole names
 * count, since a wrong answer on top is worse than none.
 */
import type { FactRow } from "./facts.ts";
import type { GlossaryTerm } from "./terms.ts";

export type DirectAnswer =
  | { readonly kind: "fact"; readonly fact: FactRow }
  | { readonly kind: "term"; readonly term: GlossaryTerm };

/** What may be answered directly. */
export interface Known {
  readonly facts: readonly FactRow[];
  readonly terms: readonly GlossaryTerm[];
}

/** Rows of one setting: each client has its own default. More of them are on their pages. */
const MOST_ROWS = 5;

/** Other names of terms, which the glossary has no heading for. */
const TERM_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    acknowledgment: "acknowledgement",
    ack: "acknowledgement",
    "at least once delivery": "at least once",
    "at most once delivery": "at most once",
    "back pressure": "backpressure",
    "bidi streaming": "bidirectional streaming",
    "consumer lag": "lag",
    "dead letter queue": "dead letter",
    dlq: "dead letter",
    eos: "exactly once",
    "exactly once delivery": "exactly once",
    "half closed": "half close",
    hwm: "high watermark",
    idempotency: "idempotence",
    isr: "in sync replica",
    "log compaction": "compaction",
    lso: "last stable offset",
    "poison message": "poison record",
    "poison pill": "poison record",
    rebalancing: "rebalance",
    "static membership": "static member",
    "transactional outbox": "outbox",
  }),
);

/** What people write around the name of a thing. */
const AROUND =
  /^(?:what is|what are|what s|whats|define|meaning of|definition of)\s+(?:an?\s+|the\s+)?|\s+(?:meaning|definition|explained)$/g;
const DEFAULT = /\b(?:defaults?|by default)\b/;
/** Words around a name in a question for its default. */
const OF_DEFAULT = /\b(?:defaults?|by|values?|settings?|of|for|an?|the|is|in|what|kafka|grpc)\b/g;
/** Units at the end of the name of a setting. */
const UNIT = / (?:ms|seconds|minutes|hours|bytes)$/;

/** Returns the answers to a query that is a name, the setting first. Mostly there are none. */
export function answerDirectly(query: string, { facts, terms }: Known): DirectAnswer[] {
  const own = facts.filter(({ isSetting }) => isSetting);
  return [...findSettings(query, own), ...findTerm(query, terms)];
}

function findSettings(query: string, facts: readonly FactRow[]): DirectAnswer[] {
  const asked = plain(query).replace(AROUND, "").trim();
  const exact = facts.filter(({ name }) => isSpecial(name) && namesOf(name).includes(asked));
  const found = exact.length > 0 || !DEFAULT.test(asked) ? exact : findDefaults(asked, facts);
  return found.slice(0, MOST_ROWS).map((fact) => ({ kind: "fact", fact }));
}

/** "default retention", "session timeout default": the word says that a setting is meant. */
function findDefaults(asked: string, facts: readonly FactRow[]): FactRow[] {
  const [subject] = /\b(?:kafka|grpc)\b/.exec(asked) ?? [];
  const name = withoutFrame(asked);
  if (name === "") return [];
  const hue = { kafka: "log", grpc: "wire" }[subject ?? ""];
  const own = facts.filter(({ system }) => hue === undefined || system === hue);
  const called = own.filter(({ names }) => names.some((it) => withoutFrame(it) === name));
  if (called.length > 0) return called;
  return own.filter((row) =>
    [...namesOf(row.name), plain(splitCapitals(row.name))].some(
      (it) => it === name || it.replace(UNIT, "") === name,
    ),
  );
}

/** What is left of a question for a default: the name. */
function withoutFrame(question: string): string {
  return question.replace(OF_DEFAULT, " ").replace(/\s+/g, " ").trim();
}

function findTerm(query: string, terms: readonly GlossaryTerm[]): DirectAnswer[] {
  const asked = plain(query).replace(AROUND, "").trim();
  const names = new Set([asked, asked.replace(/s$/, ""), TERM_NAMES.get(asked) ?? asked]);
  const term = terms.find(({ name }) => names.has(plain(name)));
  return term === undefined ? [] : [{ kind: "term", term }];
}

/** Whether a name is no word of the language, which people type for other reasons: "timeout", "mode". */
function isSpecial(name: string): boolean {
  return name === "acks" || /[._]|[a-z][A-Z]/.test(name);
}

/** A setting of gRPC is known without its prefix too. */
function namesOf(name: string): string[] {
  return [plain(name), plain(name.replace(/^grpc(?:-node)?\./, ""))];
}

function splitCapitals(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, "$1 $2");
}

/** Lower case, and a space for everything between words. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
