import { buildFeed } from "../docs/feed.ts";
import { pageModel } from "../docs/load.ts";

/** The pages that changed last, for readers of feeds. */
export function GET(): Response {
  return new Response(buildFeed(import.meta.env.SITE, [...pageModel.pages.values()]), {
    headers: { "content-type": "application/atom+xml; charset=utf-8" },
  });
}
