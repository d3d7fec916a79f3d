import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { layOutBareSite, buildBareSite } from "./bare-site.ts";
import { writeSamples } from "./checker.ts";
import { folderOfSample, generatePages, pageText, type GeneratedPage } from "./generate.ts";
import { measure, median, type Cost } from "./measure.ts";

/** The parts of the repository that a site needs besides its content. */
const MADE_OF = ["src", "public", "astro.config.mjs", "package.json", "tsconfig.json"];

/**
 * Measures the processor time of a full build of a generated site, and of a build of the same pages with only Astro
 * and Pagefind, in turn.
 */
export async function benchSite(
  root: string,
  size: { readonly pages: number; readonly samples: number; readonly rounds: number },
): Promise<void> {
  const folder = path.join(root, ".cache", "bench");
  const ours = path.join(folder, "ours");
  const bare = path.join(folder, "bare");
  const pages = generatePages(size.pages, size.samples);
  console.log(`${size.pages} pages, ${size.samples} samples, each with a page of its own`);
  console.log("round\tbare CPU s\tours CPU s\tours/bare\tbare s\tours s");
  const ratios: number[] = [];
  for (let round = 1; round <= size.rounds; round++) {
    await layOutBareSite(bare, pages);
    const its = await buildBareSite(root, bare);
    await layOutOurSite(root, ours, pages, size.samples);
    const own = await measure(process.execPath, ["src/commands/build.ts"], { cwd: ours });
    const ratio = own.cpuMs / its.cpuMs;
    ratios.push(ratio);
    console.log([round, ...figures(its, own, ratio)].join("\t"));
  }
  console.log(`ours/bare: ${median(ratios).toFixed(2)} of the processor's time`);
  for (const site of [ours, bare]) await rm(site, { recursive: true, force: true });
}

function figures(bare: Cost, ours: Cost, ratio: number): string[] {
  const seconds = (ms: number): string => (ms / 1_000).toFixed(1);
  const [cpu, wall] = [
    [bare.cpuMs, ours.cpuMs],
    [bare.wallMs, ours.wallMs],
  ];
  return [...(cpu ?? []).map(seconds), ratio.toFixed(2), ...(wall ?? []).map(seconds)];
}

/** Writes the generated pages, with our own code, into the folder `site`. */
export async function layOutOurSite(
  root: string,
  site: string,
  pages: readonly GeneratedPage[],
  samples: number,
): Promise<void> {
  await rm(site, { recursive: true, force: true });
  await mkdir(path.join(site, "content", "samples"), { recursive: true });
  for (const part of MADE_OF)
    await cp(path.join(root, part), path.join(site, part), { recursive: true });
  for (const options of ["tsconfig.json", path.join("browsers", "tsconfig.json")]) {
    const file = path.join("content", "samples", options);
    await cp(path.join(root, file), path.join(site, file));
  }
  await writeSamples(site, samples);
  await writeNavigation(site, pages);
  for (const page of pages) {
    const file = path.join(site, "content", "docs", `${page.slug}.mdx`);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, ourPage(page, pages));
  }
}

async function writeNavigation(site: string, pages: readonly GeneratedPage[]): Promise<void> {
  const sections = Map.groupBy(pages, ({ slug }) => slug.split("/")[0] ?? "");
  const navigation = [...sections].map(([slug, own], index) => ({
    title: `Section ${index}`,
    slug,
    system: index % 2 === 0 ? "wire" : "log",
    pages: own.map((page) => page.slug),
  }));
  const proof = { title: "Proof", slug: "proof", system: "both", pages: ["samples", "verified"] };
  await writeFile(
    path.join(site, "content", "navigation.ts"),
    `import type { Section } from "../src/docs/navigation.ts";

export const navigation: readonly Section[] = ${JSON.stringify([...navigation, proof])};
`,
  );
}

function ourPage(page: GeneratedPage, pages: readonly GeneratedPage[]): string {
  const frontMatter = {
    title: page.title,
    lead: page.lead,
    kind: "mechanism",
    system: "wire",
    versions: ["grpc-js 1.14.7"],
    changed: "2026-11-29",
  };
  const lines = Object.entries(frontMatter).map(
    ([key, value]) => `${key}: ${JSON.stringify(value)}`,
  );
  const show = (
    sample: number,
  ): string => `<Sample file="${folderOfSample(sample)}/sample-${sample}.ts" region="handler">

- \`if (orderId === "")\`: an order without a name is nobody's
- \`done(null,\`: the cursor says how far it is

</Sample>

What the handler answers is the client's to judge.[^${sample}]

[^${sample}]: **Deadlines.** A client that sets none waits for ever.`;
  return `---\n${lines.join("\n")}\n---\n\n{/* Brief. How does a service answer call ${page.number}? */}\n${pageText(page, pages, show)}`;
}
