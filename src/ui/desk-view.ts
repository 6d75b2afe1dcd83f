/** What the list of a desk is for: to open a receipt file, or to see all that there is. */
export type DeskView = 'receipts' | 'my-data';
