/**
 * Whether the key / opens search. It can be turned off, because speech input and shaky hands press single keys by
 * accident.
 */
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
    // The setting then stays as it is; Ctrl+K works either way.
  }
}
