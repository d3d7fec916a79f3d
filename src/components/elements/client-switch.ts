import { FIRST_CLIENT } from "../../samples/clients.ts";
import { nameCopyButtons } from "../../code/copy-code.ts";
import { remember } from "./remember.ts";

const { dataset } = document.documentElement;
/** Functions that make their block show the chosen client. */
const blocks = new Set<() => Promise<void>>();
/** Address of a sample's page → the block of its whole file. */
const loaded = new Map<string, Promise<Element>>();

/**
 * Replaces the link to a sample's twin for another client by a button, which shows the twin in the block. The twin's
 * whole file is loaded from its page when it is first chosen. A block has one button per twin and shows at most one
 * twin. The choice applies to every block with such a twin, on this page and the next ones.
 */
class ClientSwitch extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector("a");
    const figure = this.closest("figure");
    const links = figure?.querySelectorAll<HTMLAnchorElement>(".code-actions > a") ?? [];
    const [wholeFile, project] = links;
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
      // The choice changed while the twin was loading, or the block already shows it.
      if (isChosen() !== (parts !== own.parts) || isTwin === isChosen()) return;
      isTwin = isChosen();
      // The status is emptied first, so that screen readers announce the same words again.
      status.textContent = "";
      showParts(figure, parts);
      wholeFile.href = isTwin ? link.href : own.page;
      if (project) project.href = wholeFile.href + project.hash;
      // A twin is shown as its whole file, so "copy file" is not needed.
      figure.querySelector("copy-code[src]")?.toggleAttribute("hidden", isTwin);
      nameCopyButtons(figure);
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

/** When a twin does not load, its block stays as it is, and its button tries again. */
function ignore(): void {}

interface Parts {
  readonly name: readonly Node[];
  /** The code and, where the page shows it, its output. */
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

/** Returns a separate copy for each block that shows it. */
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
