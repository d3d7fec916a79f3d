/** How many samples one folder holds. Generated content has the size and kind of our own. */

export const FILES_PER_FOLDER = 100;

/** The folder of a numbered sample, below `content/samples`. */
export function folderOfSample(number: number): string {
  return `section-${Math.floor(number / FILES_PER_FOLDER)}`;
}

/** A sample of the size and kind of our own: a service that serves a call, with a region, a type and a neighbour. */
export function sampleText(number: number): string {
  const neighbour =
    number % FILES_PER_FOLDER === 0
      ? ""
      : `import { DEADLINE_MS as BEFORE_MS } from "./sample-${number - 1}.ts";\n`;
  return `// Serves call ${number}.
import { Server, status, type ServerUnaryCall, type sendUnaryData } from "@grpc/grpc-js";
${neighbour}
export const DEADLINE_MS = ${number + 1}${neighbour === "" ? "" : " + BEFORE_MS"};

interface Order${number} {
  readonly orderId: string;
  readonly cursor: number;
}

// #region handler
export function placeOrder(
  call: ServerUnaryCall<Order${number}, Order${number}>,
  done: sendUnaryData<Order${number}>,
): void {
  const { orderId, cursor } = call.request;
  if (orderId === "") {
    done({ code: status.INVALID_ARGUMENT, details: "no order" });
    return;
  }
  done(null, { orderId, cursor: cursor + DEADLINE_MS });
}
// #endregion handler

export function start(): Server {
  const server = new Server();
  setTimeout(() => server.forceShutdown(), DEADLINE_MS);
  return server;
}
`;
}

/** A generated page about some samples. */
export interface GeneratedPage {
  readonly number: number;
  /** Folder and name: `section-0/page-7`. */
  readonly slug: string;
  readonly title: string;
  readonly lead: string;
  /** Numbers of the samples that the page shows. */
  readonly samples: readonly number[];
}

/**
 * Makes the wanted number of pages. The samples are divided among them and lie in the folders of their pages'
 * sections.
 */
export function generatePages(pages: number, samples: number): GeneratedPage[] {
  const share = Math.floor(samples / pages);
  return Array.from({ length: pages }, (_, number) => {
    const own = Array.from({ length: share }, (_unused, index) => number * share + index);
    return {
      number,
      slug: `${folderOfSample(own[0] ?? 0)}/page-${number}`,
      title: `Call ${number}`,
      lead: `How a service answers call ${number}, and what a client does when it does not answer in time.`,
      samples: own,
    };
  });
}

const PROSE = `A call has a deadline, and the deadline travels with it. A service that knows how long its caller still waits can stop in time;
one that does not goes on for nobody. What the service sends after the deadline is lost, and what it has written stays written: the
caller cannot know which of the two has happened.

Who asks again must say that it is the same order. The key of the order is enough for that, when the service keeps it with what it
has done; the second answer is then the first one again. A service that keeps nothing does the work twice, and *nothing* in the
protocol tells it.`;

/**
 * Returns the text of a page below its front matter.
 *
 * @param show returns the Markdown that shows a sample
 */
export function pageText(
  page: GeneratedPage,
  pages: readonly GeneratedPage[],
  show: (sample: number) => string,
): string {
  const next = pages[(page.number + 1) % pages.length] ?? page;
  const parts = page.samples.map(
    (sample) => `## The handler of call ${sample}\n\n${PROSE}\n\n${show(sample)}\n`,
  );
  return `
${parts.join("\n")}
## What comes back

| status             | who says it | what to do |
| ------------------ | ----------- | ---------- |
| \`INVALID_ARGUMENT\` | the service | mend it    |
| \`UNAVAILABLE\`      | the client  | ask again  |

\`\`\`ts
const names = ["order", "cursor"];
for (const name of names) console.log(name.toUpperCase());
\`\`\`

${PROSE} [${next.title}](/${next.slug}/) goes on from here.
`;
}
