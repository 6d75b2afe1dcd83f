import { later } from '../core/later.js';

export type DeskScreens = typeof import('./desk/DeskScreens.js');

/** What a desk shows, with "My data". */
export const deskScreens = later<DeskScreens>(() => import('./desk/DeskScreens.js'), import.meta.url);

/** What a desk does. By itself: a part that imported another one could not be fetched anew alone. */
export const deskWireUp = later(() => import('../flow/desk-wire-up.js'), import.meta.url);
