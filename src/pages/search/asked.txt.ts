import { pageModel } from "../../docs/load.ts";

/** What people ask, with the places that answer, for the search: `url`, a tab and the words, in each line. */
export function GET(): Response {
  const lines = [...pageModel.pages.values()].flatMap(({ path, aliases = [], asked }) => [
    ...aliases.map((words) => `${path}\t${words}`),
    ...asked.map(({ asks, opens }) => `${path}${opens === "" ? "" : `#${opens}`}\t${asks}`),
  ]);
  return new Response(lines.map((line) => line.replaceAll("\n", " ")).join("\n"));
}
