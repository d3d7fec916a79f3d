import { remember } from "./remember.ts";

/** A button that sets the text in the system's sans serif, which some people read more easily. */
class FontSwitch extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector("button");
    if (button === null) return;
    const { dataset } = document.documentElement;
    const show = (): void => {
      button.setAttribute("aria-pressed", String(dataset["font"] === "plain"));
    };
    button.addEventListener("click", () => {
      if (dataset["font"] === "plain") delete dataset["font"];
      else dataset["font"] = "plain";
      remember("font", dataset["font"] ?? "");
      show();
    });
    show();
  }
}

customElements.define("font-switch", FontSwitch);
