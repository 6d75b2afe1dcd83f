/** Numbers as the documents write them. */

export const wholeNumber = new Intl.NumberFormat('en');
export const similarity = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 3 });
export const rounded = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });

/** A share of 0…1 → `0.15 %`. */
export function percent(share: number): string {
  return `${rounded.format(100 * share)} %`;
}
