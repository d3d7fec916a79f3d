/**
 * Watches for a pointer or the focus on a link to the glossary. What shows the definition is loaded then; without
 * script the link leads to it.
 */
const TERM = 'main a[href^="/glossary/#"]';

function reach(event: Event): void {
  const { target } = event;
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>(TERM) : null;
  // A finger that reaches a link follows it.
  if (link === null || (event instanceof PointerEvent && event.pointerType === "touch")) return;
  import("./term-card.ts").then(
    ({ showTerm }) => showTerm(link),
    () => undefined,
  );
}

addEventListener("pointerover", reach);
addEventListener("focusin", reach);
