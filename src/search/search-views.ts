/** What the door loads when search is reached for. One module, so that one request brings it. */
export { furnishDialog } from "./search-dialog.ts";
export { fillSearchPage } from "./search-page.ts";
