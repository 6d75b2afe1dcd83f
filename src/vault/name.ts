/** The database of this origin. In a file of its own: to ask whether it is there needs none of the code that opens it. */
export const VAULT_NAME = 'candor';
