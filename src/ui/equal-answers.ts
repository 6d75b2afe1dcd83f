/** What is compared of the two answers to the notice where the page draws them (requirement L-02). */
const SEEN = [
  'display',
  'visibility',
  'opacity',
  'filter',
  'color',
  'backgroundColor',
  'backgroundImage',
  'borderTopWidth',
  'borderTopStyle',
  'borderTopColor',
  'boxShadow',
  'fontFamily',
  'fontSize',
  'fontWeight',
  'textDecorationLine',
  'textTransform',
  'transform',
  'translate',
  'scale',
] as const satisfies readonly (keyof CSSStyleDeclaration)[];

/** Sizes may be rounded, px. */
const SAME_SIZE_PX = 1;

/** From the words outwards to the button itself. */
function layersOf(button: Element): readonly Element[] {
  const layers: Element[] = [];
  let at = button.querySelector('.candor-label');
  while (at !== null && at !== button) {
    layers.push(at);
    at = at.parentElement;
  }
  return [...layers, button];
}

function looksAs(one: Element, other: Element): boolean {
  const [a, b] = [getComputedStyle(one), getComputedStyle(other)];
  return SEEN.every((property) => a[property] === b[property]);
}

/** Whether two buttons are as large and drawn in the same way. */
function areEqual(one: Element, other: Element): boolean {
  const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
  const isSameSize = [a.width - b.width, a.height - b.height].every((px) => Math.abs(px) <= SAME_SIZE_PX);
  const [layers, others] = [layersOf(one), layersOf(other)];
  return (
    isSameSize &&
    layers.length === others.length &&
    layers.every((layer, index) => looksAs(layer, others[index] ?? layer))
  );
}

/** Whether this answer looks unlike the one beside it. One that the pointer or the focus is on may. */
export function looksUnlikeTheOther(answer: Element): boolean {
  const [one, other] = answer.closest('.candor-bar')?.querySelectorAll('button') ?? [];
  if (one === undefined || other === undefined) return false;
  if ([one, other].some((button) => button.matches(':hover, :focus'))) return false;
  return !areEqual(one, other);
}
