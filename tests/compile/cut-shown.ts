import { checkSite } from "../../src/check/index.ts";
import { layOutSite } from "../sites/lay-out-site.ts";

/** A neighbour with a client, as ts-proto makes them, without the rest of ts-proto. */
const orders = `// A client and what it gives.
export interface OrderEvent {
  readonly eventId: string;
}
export class OrderClient {
  all(): Promise<OrderEvent[]> {
    throw new Error("not in this test");
  }
}
export const limits = { first: 1, last: 1000 };
export default function connect(): OrderClient {
  return new OrderClient();
}
`;

/** A site of one page that shows the region "shown" of one sample with these lines. `site` is its folder's name. */
export async function cutShown(site: string, lines: readonly string[]) {
  const root = await layOutSite(site, {
    "docs/kafka/page.mdx": '<Sample file="loop.ts" region="shown" />\n',
    "samples/gen/orders.ts": orders,
    "samples/kafka/loop.ts": `${["// A loop.", ...lines].join("\n")}\n`,
  });
  const checked = await checkSite(root, { lint: false });
  const [block] = checked.blocks.get("content/docs/kafka/page.mdx") ?? [];
  return {
    issues: checked.issues,
    preface: block?.preface?.code,
    imports: block?.preface?.imports,
    declarations: block?.preface?.declarations,
    code: block?.code,
  };
}

/** Those lines as that region. */
export const shown = (...lines: readonly string[]): string[] => [
  "// #region shown",
  ...lines,
  "// #endregion shown",
];
