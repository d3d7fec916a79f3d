// Nothing breaks: three groups of different size, one topic.
import type {
  Look,
  Scenario,
} from "../../../src/lab/scenario.ts";

export default {
  story: "1,000 events in three partitions",
  brokers: 1,
  programs: { shop: { file: "read-by-members.ts" } },
  over: ({ hasEnded }) => hasEnded("shop"),
  heldPoints: { nothing: {} },
  counts: (look) => ({
    "most, 1 member": mostOf(look, 1),
    "most, 3 members": mostOf(look, 3),
    "most, 6 members": mostOf(look, 6),
    "idle of 3": idleOf(look, 3),
    "idle of 6": idleOf(look, 6),
  }),
  mustHold: {
    "six members take as long as three": (counts) =>
      counts["most, 6 members"] === counts["most, 3 members"],
    "three of six are idle": (counts) =>
      counts["idle of 6"] === 3,
  },
} satisfies Scenario;

/** Events of each of so many members, most first. */
function readBy({ output }: Look, members: number): number[] {
  const said = `members: ${members}, events: `;
  const line = output("shop").find((it) => it.startsWith(said));
  return (line ?? said)
    .slice(said.length)
    .split(", ")
    .map((it) => (it === "" ? Number.NaN : Number(it)));
}

function mostOf(look: Look, members: number): number {
  return readBy(look, members)[0] ?? Number.NaN;
}

function idleOf(look: Look, members: number): number {
  return readBy(look, members).filter((it) => it === 0).length;
}
