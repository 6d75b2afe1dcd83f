import type { ReactElement } from 'react';
import type { NoticeView } from '../../flow/state.js';
import { useText } from '../text.js';
import { useWidget } from '../widget.js';

/** The languages that the notice exists in, each by its own name. */
export function LanguageSelect({ view }: { readonly view: NoticeView }): ReactElement | null {
  const { t } = useText();
  const { send } = useWidget();
  if (view.locales.length < 2) return null;
  return (
    <select
      className="candor-language"
      part="select"
      aria-label={t('widget.language')}
      data-action="language"
      value={view.locale}
      onChange={(event) => send({ type: 'set-locale', locale: event.target.value })}
    >
      {view.locales.map((locale) => (
        <option key={locale} value={locale} lang={locale}>
          {ownName(locale)}
        </option>
      ))}
    </select>
  );
}

function ownName(locale: string): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
}
