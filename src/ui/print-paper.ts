const MARK = 'data-candor-printing';

/** Prints the receipt alone, whatever page it is on: while the mark stands, the stylesheet shows nothing else on paper. The
 * browser's own dialog waits for the person, and their printing of the whole page stays as it is. */
export function printPaper(): void {
  const root = document.documentElement;
  root.setAttribute(MARK, '');
  window.addEventListener('afterprint', () => root.removeAttribute(MARK), { once: true });
  window.print();
}
