import { FIRST_CLIENT } from "../../samples/clients.ts";
import { remember } from "./remember.ts";

const { dataset } = document.documentElement;
/** Each makes its block show what is chosen. */
const blocks = new Set<() => Promise<void>>();
/** Address of a sample's page → the block of its whole file. */
const loaded = new Map<string, Promise<Element>>();

/**
 * Makes the link to a sample's twin, by another client, a button that shows the twin in the block: its whole file, out of
 * its own page. A block has one for each twin, and shows at most one of these. A choice holds for every block with such a
 * twin, here and on the next pages; nothing is loaded before.
 */
class ClientSwitch extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector("a");
    const figure = this.closest("figure");
    const wholeFile = figure?.querySelector<HTMLAnchorElement>(".code-actions > a");
    if (link === null || figure === null || !wholeFile) return;
    const client = link.textContent ?? "";
    const own = { parts: partsOf(figure), page: wholeFile.href };
    const button = document.createElement("button");
    button.type = "button";
    const status = document.createElement("span");
    status.setAttribute("role", "status");
    status.className = "hidden-text";

    let isTwin = false;
    const name = (): void => {
      button.textContent = isTwin ? FIRST_CLIENT : client;
      button.setAttribute("aria-label", `${button.textContent} version`);
    };
    const show = async (): Promise<void> => {
      const isChosen = (): boolean => dataset["client"] === client;
      const parts = isChosen() ? partsOf(await loadBlock(link.href)) : own.parts;
      // Chosen otherwise while it loaded, or shown already.
      if (isChosen() !== (parts !== own.parts) || isTwin === isChosen()) return;
      isTwin = isChosen();
      // What is said next is new, also when it was said before.
      status.textContent = "";
      showParts(figure, parts);
      wholeFile.href = isTwin ? link.href : own.page;
      // What is shown is the whole file.
      figure.querySelector("copy-code[src]")?.toggleAttribute("hidden", isTwin);
      name();
    };
    button.addEventListener("click", () => {
      choose(isTwin ? undefined : client);
      show().then(
        () => {
          status.textContent = `${dataset["client"] ?? FIRST_CLIENT} version shown`;
        },
        () => location.assign(link.href),
      );
    });
    name();
    link.replaceWith(button, status);
    blocks.add(show);
    if (dataset["client"] !== undefined) show().catch(ignore);
  }
}

function choose(client: string | undefined): void {
  if (client === undefined) delete dataset["client"];
  else dataset["client"] = client;
  remember("client", client ?? "");
  for (const show of blocks) show().catch(ignore);
}

/** A block whose twin does not load shows what it showed, and its button asks again. */
function ignore(): void {}

interface Parts {
  readonly name: readonly Node[];
  /** Code and, where the page shows it, what it printed. */
  readonly body: readonly Element[];
}

function partsOf(figure: Element): Parts {
  return {
    name: [...(figure.querySelector(".code-file")?.childNodes ?? [])],
    body: [...figure.children].filter(({ localName }) => localName !== "figcaption"),
  };
}

function showParts(figure: Element, { name, body }: Parts): void {
  figure.querySelector(".code-file")?.replaceChildren(...name);
  for (const part of partsOf(figure).body) part.remove();
  const isOutputShown = figure.classList.contains("ran");
  figure.append(...body.filter((it) => isOutputShown || !it.matches(".output, .verification")));
}

/** A copy of its own for each block that shows it. */
async function loadBlock(page: string): Promise<Element> {
  let block = loaded.get(page);
  if (block === undefined) {
    block = fetchBlock(page);
    loaded.set(page, block);
    block.catch(() => loaded.delete(page));
  }
  return document.importNode(await block, true);
}

async function fetchBlock(page: string): Promise<Element> {
  const response = await fetch(page);
  const html = new DOMParser().parseFromString(await response.text(), "text/html");
  const figure = html.querySelector("figure.code");
  if (!response.ok || figure === null) throw new Error(`${page}: ${response.status}`);
  return figure;
}

customElements.define("client-switch", ClientSwitch);
