/** What has the focus in the tree that `element` is in, which may be a shadow tree; null where nothing has it. */
export function focusedBeside(element: Element): Element | null {
  const { activeElement, body } = element.ownerDocument;
  const root = element.getRootNode();
  const here = root instanceof ShadowRoot ? root.activeElement : activeElement;
  return here === body ? null : here;
}

/** Nothing on the whole page has the focus: whoever is busy elsewhere on it, in another field of its form say, is left there. */
export function isFocusFree(element: Element): boolean {
  const { activeElement, body } = element.ownerDocument;
  return focusedBeside(element) === null && (activeElement === null || activeElement === body);
}
