import { directionOf } from './locale.js';
import type { Text } from './text.js';
import type { Theme } from './theme.js';

interface RootProps {
  readonly theme?: Theme | undefined;
  readonly className?: string | undefined;
}

/** What every root of ours has. Browsers' translators leave it alone: the seller agrees to the words whose hash is in the
 * consent, and translators take text out of the page that React goes on writing to, so that hints would stand still. */
export function rootOf(text: Text | null, { theme, className }: RootProps): object {
  return {
    className: className === undefined ? 'candor' : `candor ${className}`,
    'data-theme': theme ?? 'auto',
    translate: 'no',
    lang: text?.locale,
    dir: text === null ? undefined : directionOf(text.locale),
  };
}
