import type { MessageKey, OwnMessages } from './types.js';

export type Fillings = Readonly<Record<string, string>>;

/** Puts `fillings` into the `{marks}` of a text. A mark without a filling stays visible: a mistake should be seen. */
export function fill(text: string, fillings: Fillings): string {
  return text.replace(/\{(\w+)\}/g, (mark, name: string) => fillings[name] ?? mark);
}

export type Translate = (key: MessageKey, fillings?: Fillings) => string;

/** @param messages - those that are there so far; one that is missing shows its key. */
export function translator(messages: OwnMessages): Translate {
  return (key, fillings = {}) => fill(messages[key] ?? key, fillings);
}
