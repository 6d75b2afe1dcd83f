/** `auto` follows the `color-scheme` of the page around it. */
/** Which of the two answers to the notice comes first, to the eye and to the keyboard. They look the same in either order. */
export type AnswerOrder = 'decline-first' | 'agree-first';

/** `auto` follows the `color-scheme` of the page. */
export type Theme = 'auto' | 'light' | 'dark';
