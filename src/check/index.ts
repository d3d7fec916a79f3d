export { checkSite, openSite, type OpenSite, type SiteOptions } from "./check-site.ts";
export type { CheckedBlock, CheckedSite, Counts, Rung, Sample, System } from "./checked-site.ts";
export { sampleId, SAMPLES_FOLDER } from "../samples/find-samples.ts";
export { DOCS_FOLDER } from "../mdx/page.ts";
export { LANGUAGES, type Language } from "../samples/languages.ts";
