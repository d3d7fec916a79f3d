/** What the door loads when a reader starts to search. It is one module so that one request brings it. */
export { furnishDialog } from "./search-dialog.ts";
export { fillSearchPage } from "./search-page.ts";
