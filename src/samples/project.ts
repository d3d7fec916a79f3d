import browserConfig from "../../content/samples/browsers/tsconfig.json" with { type: "json" };
import type { Sample } from "../check/checked-site.ts";
import { BROWSERS_FOLDER, isForBrowsers } from "./browsers.ts";
import { listChecks } from "./checks.ts";
import { cutLock, type LockedPackages } from "./lock.ts";
import { listNeeds, type Need, type Needing } from "./needs.ts";
import { listResults, listWaysToStartOver } from "./start-over.ts";
import { optionsOfCopy } from "./compiler-options.ts";

/** A sample as its project shows it. */
export type Projected = Pick<
  Sample,
  "id" | "path" | "title" | "run" | "packages" | "neighbours" | "language"
> &
  Needing & {
    /** What its program printed when it was recorded. */
    readonly output: readonly string[];
  };

/** Id of the heading below which a sample's page has its project. */
export const GET_PROJECT = "get-project";

/** What a project takes on the reader's machine, whatever it does. */
export const RUNTIME = {
  java: "a JDK, 17 or later, and Maven.",
  ts: "Node 24 or later, which runs TypeScript as it is.",
} as const;

/** Lines of output beyond this are only counted in a project's README. */
const MOST_OUTPUT = 20;

/** Whether a sample can be downloaded as a project, which its language decides. */
export function hasProject(sample: Pick<Sample, "language" | "generated">): boolean {
  return ["ts", "java"].includes(sample.language) && !sample.generated;
}

/** The command to type in the folder of a project to see that it works. */
export function howToStart({ language, run }: Pick<Sample, "language" | "run">): string {
  if (language === "java") return run ?? "mvn -q compile";
  return `npm install && npm ${run === undefined ? "run check" : "start"}`;
}

/** What a project needs besides the sample's own packages, so that it can be type-checked and found again. */
export interface ProjectTools {
  /** Address of this site, for links: `https://example.org`. */
  readonly site: string;
  /** Exact version. */
  readonly typescript: string;
  readonly typesNode: string;
  /** Package without types of its own → exact version of its `@types/…`. */
  readonly types: Readonly<Record<string, string>>;
  /** The text of `check-needs.mjs`. */
  readonly checkNeeds: string;
  /** What the lockfile of this repository says of the packages of samples. */
  readonly locked: LockedPackages;
}

/**
 * The name of a project's folder and archive: `streaming-modes-follow-orders`. It is the whole id, so that no two
 * projects are unpacked into the same folder.
 */
export function projectName(id: string): string {
  return id.replaceAll("/", "-");
}

/**
 * The files of a project with one sample and everything it needs, path → text. In an empty folder it installs,
 * type-checks and, if the sample is a program, starts.
 *
 * @param files every sample by path, as readers copy them
 */
export function projectFiles(
  sample: Projected,
  files: ReadonlyMap<string, string>,
  tools: ProjectTools,
): Map<string, string> {
  const texts = listNeeded(sample).map((path) => textOf(sample, path, files));
  const readme = ["README.md", readmeOf(sample, texts, tools.site)] as const;
  return sample.language === "java"
    ? new Map([readme, ...javaFiles(sample, files)])
    : new Map([
        readme,
        ...nodeFiles(sample, tools),
        ...listNeeded(sample).map((path) => [path, textOf(sample, path, files)] as const),
      ]);
}

/** The README of a project: what the sample shows, what its run needs, how to start it, and what it prints. */
function readmeOf(sample: Projected, texts: readonly string[], site: string): string {
  const isProgram = sample.run !== undefined;
  const section = (heading: string, needs: readonly Need[]): string[] =>
    !isProgram || needs.length === 0
      ? []
      : [`## ${heading}`, ...needs.map((need) => needOf(need, site))];
  const [start = "", install] = howToStart(sample).split(" && ").reverse();
  const parts = [
    `# ${projectName(sample.id)}`,
    sample.title,
    `This is the project of ${new URL(`/samples/${sample.id}/`, site).href}, where the file stands with its recorded runs.`,
    `It takes ${RUNTIME[sample.language === "java" ? "java" : "ts"]}`,
    ...(install === undefined ? [] : ["## Install", fence(install)]),
    ...section("What its run needs", listNeeds(sample)),
    "## Start",
    fence(start),
    ...(listChecks(sample, site).length === 0 || sample.language === "java"
      ? []
      : ["`npm start` looks first for what its run needs, and says in a line what is missing."]),
    ...(isProgram ? ["A program that goes on is ended by Ctrl+C."] : []),
    ...(isProgram && sample.output.length > 0
      ? ["## What it printed when it was recorded", fence(expected(sample.output))]
      : []),
    ...section("See the result", listResults(sample)),
    ...section("Start over", listWaysToStartOver(sample, texts)),
  ];
  return `${parts.join("\n\n")}\n`;
}

function needOf({ says, commands, href }: Need, site: string): string {
  const link = href === undefined ? "" : ` ${new URL(href, site).href}`;
  return `- ${says}${link}\n\n${fence(commands.join("\n")).replace(/^(?=.)/gm, "  ")}`;
}

function fence(text: string): string {
  return `\`\`\`text\n${text}\n\`\`\``;
}

function expected(output: readonly string[]): string {
  const rest = output.length - MOST_OUTPUT;
  return [...output.slice(0, MOST_OUTPUT), ...(rest > 0 ? [`… ${rest} more`] : [])].join("\n");
}

/** Files of a Java sample. Its folder here is a Maven project already, so readers get the same folder. */
function javaFiles(
  sample: Pick<Sample, "path" | "neighbours">,
  files: ReadonlyMap<string, string>,
): Map<string, string> {
  const pom = sample.neighbours.find((path) => path.endsWith("/pom.xml"));
  if (pom === undefined) throw new Error(`There is no pom.xml above ${sample.path}.`);
  const folder = pom.slice(0, -"pom.xml".length);
  return new Map(
    listNeeded(sample).map((path) => [path.slice(folder.length), textOf(sample, path, files)]),
  );
}

const CHECK_NEEDS = "check-needs.mjs";

function nodeFiles(sample: Projected, tools: ProjectTools): [path: string, text: string][] {
  const checks = sample.run === undefined ? [] : listChecks(sample, tools.site);
  // Scripts of pages beside a program for Node are a second program for the compiler.
  const hasPages = !isForBrowsers(sample.path) && sample.neighbours.some(isForBrowsers);
  const packages = {
    dependencies: sample.packages,
    devDependencies: {
      "@types/node": tools.typesNode,
      ...Object.fromEntries(
        Object.keys(sample.packages).flatMap((name) => {
          const version = tools.types[name];
          return version === undefined ? [] : [[`@types/${name}`, version]];
        }),
      ),
      typescript: tools.typescript,
    },
  };
  const start = sample.run?.replace(/^node \S+/, `node ${sample.path}`);
  const packageFile = {
    name: projectName(sample.id),
    version: "1.0.0",
    description: sample.title,
    private: true,
    type: "module",
    engines: { node: ">=24" },
    scripts: {
      ...(start === undefined ? {} : { start: `node ${CHECK_NEEDS} && ${start}` }),
      check: hasPages ? `tsc && tsc -p ${BROWSERS_FOLDER}` : "tsc",
    },
    ...packages,
    ...(checks.length === 0 ? {} : { needs: checks }),
  };
  const configuration = {
    compilerOptions: optionsOfCopy(sample.path),
    ...(hasPages ? { exclude: [BROWSERS_FOLDER] } : {}),
  };
  const lock = cutLock(packages, packageFile.engines, tools.locked);
  return [
    ["package.json", toJson(packageFile)],
    ...(lock === undefined ? [] : [["package-lock.json", toJson(lock)] as [string, string]]),
    ["tsconfig.json", toJson(configuration)],
    ...(start === undefined ? [] : [[CHECK_NEEDS, tools.checkNeeds] as [string, string]]),
    ...(hasPages
      ? [[`${BROWSERS_FOLDER}/tsconfig.json`, toJson(browserConfig)] satisfies [string, string]]
      : []),
  ];
}

function listNeeded({ path, neighbours }: Pick<Sample, "path" | "neighbours">): string[] {
  return [path, ...neighbours].sort();
}

function textOf(
  sample: Pick<Sample, "path">,
  path: string,
  files: ReadonlyMap<string, string>,
): string {
  const text = files.get(path);
  if (text === undefined) throw new Error(`${sample.path} needs ${path}, which is no sample.`);
  return text;
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
