import { remember } from "./remember.ts";

/** A button, named after the other theme, that switches to it on this page and the next ones. */
class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector("button");
    if (button === null) return;
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const root = document.documentElement;
    const isDark = (): boolean =>
      (root.dataset["theme"] ?? (dark.matches ? "dark" : "light")) === "dark";
    const name = (): void => {
      button.textContent = `${isDark() ? "Light" : "Dark"} theme`;
    };
    dark.addEventListener("change", name);
    button.addEventListener("click", () => {
      const theme = isDark() ? "light" : "dark";
      root.dataset["theme"] = theme;
      remember("theme", theme);
      name();
    });
    name();
  }
}

customElements.define("theme-switch", ThemeSwitch);
