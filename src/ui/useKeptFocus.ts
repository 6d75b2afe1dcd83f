import { type RefObject, useEffect } from 'react';
import { focusedBeside, isFocusFree } from './focus.js';

/** Headings that may take the focus. */
const PLACES = 'h2[tabindex], h3[tabindex]';

/** A pressed control often goes with what it did: a clip is deleted, and its button with it. The browser then puts the focus at the
 * beginning of the page. Instead it goes to the heading of what is left around the place (WCAG 2.4.3); and a list of choices that
 * goes and comes back, as that of the cameras does while another one is opened, has it again. */
export function useKeptFocus(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    const keeper = new FocusKeeper(element);
    return () => keeper.stop();
  }, [root]);
}

class FocusKeeper {
  readonly #root: HTMLElement;
  readonly #leaving = new AbortController();
  readonly #watcher = new MutationObserver(() => this.#look());
  /** What has the focus, and everything around it up to the root. */
  #path: readonly Element[] = [];
  /** Name of the list that is to have it again. */
  #awaited: string | null = null;

  constructor(root: HTMLElement) {
    this.#root = root;
    const { signal } = this.#leaving;
    root.addEventListener('focusin', ({ target }) => this.#remember(target), { signal });
    root.addEventListener('focusout', () => queueMicrotask(() => this.#forget()), { signal });
    this.#watcher.observe(root, { childList: true, subtree: true });
  }

  stop(): void {
    this.#leaving.abort();
    this.#watcher.disconnect();
  }

  #remember(target: EventTarget | null): void {
    if (!(target instanceof Element)) return;
    // The heading of a new step may have taken it before this was told that anything is gone.
    if (target.matches(PLACES)) this.#noteLoss();
    // Whoever goes on to another control wants no list back.
    else this.#awaited = null;
    this.#path = pathBetween(target, this.#root);
  }

  /** Some browsers say of what is taken away, too, that the focus has left it: that is lost, and not given up. */
  #forget(): void {
    if (this.#path[0]?.isConnected === true && focusedBeside(this.#root) === null) this.#path = [];
  }

  #look(): void {
    if (this.#noteLoss() && isFocusFree(this.#root)) placeAround(this.#path)?.focus();
    if (this.#awaited !== null) this.#bringBack(this.#awaited);
  }

  /** @returns whether what had the focus is gone. */
  #noteLoss(): boolean {
    const [lost] = this.#path;
    if (lost === undefined || lost.isConnected) return false;
    if (lost instanceof HTMLSelectElement) this.#awaited = lost.dataset.action ?? null;
    return true;
  }

  #bringBack(name: string): void {
    const list = this.#root.querySelector<HTMLElement>(`select[data-action="${name}"]`);
    const here = focusedBeside(this.#root);
    // Not from somebody who is elsewhere on the page by now.
    const isWaiting = here === null ? isFocusFree(this.#root) : this.#root.contains(here);
    if (isWaiting) list?.focus();
  }
}

function pathBetween(inner: Element, root: Element): readonly Element[] {
  const path: Element[] = [];
  for (let at: Element | null = inner; at !== null; at = at === root ? null : at.parentElement) path.push(at);
  return path;
}

/** Of the section that the control was in, or of the nearest one around that; not of one beside it. */
function placeAround(path: readonly Element[]): HTMLElement | null {
  for (const around of path) {
    const place = around.isConnected ? around.querySelector<HTMLElement>(PLACES) : null;
    if (place !== null && place.closest('section') === around.closest('section')) return place;
  }
  return null;
}
