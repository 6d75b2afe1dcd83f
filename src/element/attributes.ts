/** How attributes and properties of the element say the same thing. Frameworks differ in which of the two they set, and
 * some write `false` as a word. */

/** Whether a switch is on: there, and not the word that Vue, Svelte and React 18 write for `false`. */
export function isOn(value: string | null): boolean {
  return value !== null && value.trim().toLowerCase() !== 'false';
}

/** Writes a switch's property into its attribute. */
export function setSwitch(element: Element, name: string, on: unknown): void {
  // A word, where a framework passes on what stood in the attribute.
  element.toggleAttribute(name, typeof on === 'string' ? isOn(on) : Boolean(on));
}

/** Writes a text's property into its attribute; absent is absent. */
export function setText(element: Element, name: string, value: unknown): void {
  if (value === undefined || value === null) element.removeAttribute(name);
  else element.setAttribute(name, String(value));
}

/** Properties that were set before the element was defined are plain ones of the object, and hide the accessors of its
 * class: each is set once more, through the accessor. What the class does not know stays. */
export function upgradeProperties(element: Element): void {
  for (const [name, value] of Object.entries(element)) {
    if (!(name in Object.getPrototypeOf(element))) continue;
    Reflect.deleteProperty(element, name);
    Reflect.set(element, name, value);
  }
}
