/** On paper, the copy and nothing else of the page. A host's stylesheet cannot see into a shadow tree, nor one in there out of it. */
const RULES = `
@media screen { .candor-print { display: none } }
@media print {
  body > :not(.candor-print) { display: none !important }
  .candor-print { font: 11pt/1.4 system-ui, sans-serif; color: #000; background: #fff }
  .candor-print dl { display: grid; gap: 0.5em; margin: 0 0 1em }
  .candor-print dt { font-weight: 600 }
  .candor-print dd { margin: 0; white-space: pre-line; overflow-wrap: anywhere }
  .candor-print dl > div { break-inside: avoid }
}`;

/** How long after the call a browser may begin to print, ms. In a sandboxed frame without `allow-modals` none does. */
const BEGINS_MS = 10_000;

/** Prints a receipt alone, whatever page it is on and whichever shadow tree it is in: until the browser's dialog has closed, a copy
 * of it stands at the end of the page. The person's printing of the whole page stays as it is. */
export function printPaper(paper: Element | null): void {
  if (paper === null) return;
  const copy = document.createElement('div');
  copy.className = 'candor-print';
  copy.append(paper.cloneNode(true));
  // Not a style element, which a page's policy may refuse.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(RULES);
  const over = new AbortController();
  const { signal } = over;
  const clear = (): void => {
    over.abort();
    copy.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
  };
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  document.body.append(copy);
  const late = setTimeout(clear, BEGINS_MS);
  window.addEventListener('beforeprint', () => clearTimeout(late), { signal });
  window.addEventListener('afterprint', clear, { signal });
  window.print();
}
