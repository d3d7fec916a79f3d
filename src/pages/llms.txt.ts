import { pageModel } from "../docs/load.ts";
import { listForPrograms } from "../docs/list-for-programs.ts";

/** What the site has for programs that read text: https://llmstxt.org. */
export function GET(): Response {
  return new Response(listForPrograms(pageModel, import.meta.env.SITE));
}
