// One page follows 100 events; the server dies after the 50th.
import type {
  HeldPoint,
  Look,
} from "../../../src/lab/scenario.ts";

const EVENTS = 100;
const HELD = 50;
const SHOWN = "shown.txt";

export const server = {
  arguments: [`--hold=${HELD}`],
  ready: "open http://localhost:3000",
};

export const page = { opens: "http://localhost:3000/?leave" };

export const killed = {
  until: ({ lines }: Look) => lines(SHOWN).length === HELD,
  kill: "orders",
  backAfterMs: 300,
} satisfies HeldPoint;

/** What the page has shown, by the book of the server. */
export function countShown({ lines, output }: Look) {
  const shown = lines(SHOWN);
  const different = new Set(shown).size;
  return {
    shown: shown.length,
    twice: shown.length - different,
    lost: EVENTS - different,
    left: output("orders").filter((it) =>
      it.includes("has left after 100"),
    ).length,
  };
}

export const hasLeft = ({ output }: Look): boolean =>
  output("orders").some((it) =>
    it.includes("has left after 100"),
  );
