/** `auto` follows the `color-scheme` of the page around it. */
export type Theme = 'auto' | 'light' | 'dark';
