/** How long a seller's text against a decision may be, in UTF-16 units. */
export const MAX_OBJECTION_LENGTH = 2_000;
/** How often a seller may object to one verification. */
export const MAX_OBJECTIONS = 5;
