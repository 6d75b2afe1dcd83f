import type { MessageKey, Messages } from './types.js';

export type Fillings = Readonly<Record<string, string>>;

/** Puts `fillings` into the `{marks}` of a text. A mark without a filling stays visible: a mistake should be seen. */
export function fill(text: string, fillings: Fillings): string {
  return text.replace(/\{(\w+)\}/g, (mark, name: string) => fillings[name] ?? mark);
}

export type Translate = (key: MessageKey, fillings?: Fillings) => string;

export function translator(messages: Messages): Translate {
  return (key, fillings) => (fillings === undefined ? messages[key] : fill(messages[key], fillings));
}
