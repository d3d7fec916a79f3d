/** Whether the key / opens search. Speech input and shaky hands press single keys unmeant, so it can be turned off. */
const KEY = "search-slash";

export function isSlashOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    // A private window may refuse.
    return true;
  }
}

export function turnSlash(state: "on" | "off"): void {
  try {
    localStorage.setItem(KEY, state);
  } catch {
    // It then stays as it is; Ctrl+K works either way.
  }
}
