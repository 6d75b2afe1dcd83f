import { createElement } from 'react';
import type { FurnishingProps } from '../ui/Frame.js';
import type { Place } from '../ui/parts.js';

const slot = (name: Place) => createElement('slot', { name });

/** The page's own elements, which stay in its document and under its stylesheets: children with `slot="brand"`, `"header"` or
 * `"footer"`. */
export const SLOTS = {
  brand: slot('brand'),
  header: slot('header'),
  footer: slot('footer'),
} as const satisfies Record<Place, FurnishingProps[Place]>;
