import styles from "../../styles/sheets/term-card.css?inline";

/** How long in ms a pointer rests on a term before its definition is shown, and may be away before it is hidden. */
const RESTS = 200;
const GAP = 4;

let glossary: Promise<Document> | undefined;
let card: HTMLElement | undefined;
let shown: HTMLAnchorElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Shows the definition of a term below its link, until the pointer and the focus have left both, or Escape. */
export function showTerm(link: HTMLAnchorElement): void {
  clearTimeout(timer);
  if (link === shown) return;
  // Loaded while the pointer rests.
  const words = define(link.hash.slice(1));
  timer = setTimeout(() => void show(link, words), link.matches(":focus-visible") ? 0 : RESTS);
  link.addEventListener("pointerleave", leave, { once: true });
  link.addEventListener("focusout", leave, { once: true });
}

function leave(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (!shown?.matches(":focus-visible")) hide();
  }, RESTS);
}

function hide(): void {
  shown?.removeAttribute("aria-describedby");
  shown = undefined;
  card?.hidePopover();
}

async function show(link: HTMLAnchorElement, defined: Promise<string | undefined>): Promise<void> {
  const words = await defined;
  if (words === undefined || !link.matches(":hover, :focus-visible")) return;
  card ??= makeCard();
  hide();
  card.textContent = words;
  shown = link;
  link.setAttribute("aria-describedby", card.id);
  card.showPopover();
  const [line = link.getBoundingClientRect()] = link.getClientRects();
  const { width, height } = card.getBoundingClientRect();
  const below = line.bottom + GAP;
  const isBelow = below + height <= innerHeight;
  card.style.left = `${Math.max(GAP, Math.min(line.left, document.body.clientWidth - width - GAP))}px`;
  card.style.top = `${isBelow ? below : Math.max(GAP, line.top - GAP - height)}px`;
}

function makeCard(): HTMLElement {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
  const made = document.createElement("div");
  made.id = "term-card";
  made.role = "tooltip";
  made.popover = "manual";
  made.addEventListener("pointerenter", () => clearTimeout(timer));
  made.addEventListener("pointerleave", leave);
  addEventListener("keydown", ({ key }) => {
    if (key === "Escape") hide();
  });
  addEventListener("scroll", hide, { passive: true });
  document.body.append(made);
  return made;
}

/** The definition of a term in plain words: the first paragraph of its entry. */
async function define(id: string): Promise<string | undefined> {
  glossary ??= fetch("/glossary/").then(async (answer) =>
    new DOMParser().parseFromString(await answer.text(), "text/html"),
  );
  try {
    const next = (await glossary).getElementById(id)?.nextElementSibling;
    const paragraph = next?.matches("p") ? next : next?.querySelector("p");
    for (const mark of paragraph?.querySelectorAll("sup") ?? []) mark.remove();
    return paragraph?.textContent.trim();
  } catch {
    glossary = undefined;
    return undefined;
  }
}
