import type { Locale } from '../core/types.js';
import type { Theme } from '../ui/theme.js';
import { setText } from './attributes.js';
import { ElementBase } from './shadow.js';

/** The options that every element of this door has, as attributes and as properties; absent is undefined. Words are checked where every option
 * is. */
export abstract class SharedOptions extends ElementBase {
  get locale(): Locale | undefined {
    return this.getAttribute('locale') ?? undefined;
  }

  set locale(value: Locale | undefined) {
    setText(this, 'locale', value);
  }

  get subject(): string | undefined {
    return this.getAttribute('subject') ?? undefined;
  }

  set subject(value: string | undefined) {
    setText(this, 'subject', value);
  }

  get theme(): Theme | undefined {
    return (this.getAttribute('theme') ?? undefined) as Theme | undefined;
  }

  set theme(value: Theme | undefined) {
    setText(this, 'theme', value);
  }

  /** Folder of the widget's files, when they are not beside its JavaScript. The stylesheet is looked for there when the element is put
   * into a document. */
  get assetsUrl(): string | undefined {
    return this.getAttribute('assets-url') ?? undefined;
  }

  set assetsUrl(value: string | undefined) {
    setText(this, 'assets-url', value);
  }
}
