import { type ReactElement, type RefObject, useId, useRef, useState } from 'react';
import type { Purpose } from '../../core/types.js';
import type { NoticeView } from '../../flow/state.js';
import { Control } from '../Control.js';
import { directionOf } from '../locale.js';
import { NoticeDetails } from '../NoticeDetails.js';
import { NoticeSummary } from '../NoticeSummary.js';
import { Screen } from '../Screen.js';
import { useText } from '../text.js';
import { UndeliveredNote } from '../Undelivered.js';
import { Alternatives, CancelControl, inLocale } from '../Ways.js';
import { type ScreenProps, useWidget } from '../widget.js';

/** Says everything first, then asks once: two equal answers, none of them chosen beforehand (requirements L-02, L-05). */
export function NoticeScreen({ state: { view, undelivered } }: ScreenProps<'notice'>): ReactElement {
  const { t } = useText();
  const { notice, alternatives } = view;
  const [purpose, ...extras] = notice.purposes;
  const [agreed, setAgreed] = useState<readonly string[]>([]);
  const choice = useRef<HTMLHeadingElement>(null);
  const purposeIds = [...(purpose === undefined ? [] : [purpose.id]), ...agreed];
  return (
    <Screen
      step="notice"
      eyebrow={t('notice.asks', { name: notice.controller.name })}
      title={t('notice.title')}
      actions={<Choice view={view} purposeIds={purposeIds} heading={choice} />}
    >
      <div className="candor-tools">
        <LanguageSelect view={view} />
        <button
          type="button"
          className="candor-control candor-quiet candor-jump"
          onClick={() => choice.current?.focus()}
        >
          {t('notice.toChoice')}
        </button>
      </div>
      {undelivered === null ? null : <UndeliveredNote undelivered={undelivered} view={view} />}
      <div className="candor-notice" lang={view.locale} dir={directionOf(view.locale)}>
        <p className="candor-lead">{notice.purpose}</p>
        <NoticeSummary view={view} />
        <NoticeDetails notice={notice} />
      </div>
      <ExtraPurposes purposes={extras} agreed={agreed} onChange={setAgreed} />
      <Alternatives
        title={t('notice.alternatives')}
        intro={t('notice.alternativesBody')}
        alternatives={alternatives}
      />
    </Screen>
  );
}

interface ChoiceProps {
  readonly view: NoticeView;
  readonly purposeIds: readonly string[];
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

function Choice({ view, purposeIds, heading }: ChoiceProps): ReactElement {
  const { t, locale } = useText();
  const { send } = useWidget();
  const statementId = useId();
  const [first] = view.alternatives;
  return (
    <section className="candor-actions candor-asking">
      <h3 className="candor-subtitle" ref={heading} tabIndex={-1}>
        {t('notice.choice')}
      </h3>
      <div id={statementId}>
        <p>{t('notice.statement')}</p>
        <blockquote className="candor-statement" lang={view.locale} dir={directionOf(view.locale)}>
          {view.notice.purposes[0]?.text}
        </blockquote>
      </div>
      <p className="candor-small">{t('notice.cameraOff')}</p>
      <div className="candor-bar">
        <Control
          action="opt-out"
          look="choice"
          detail={
            first &&
            t('widget.optOutTime', {
              label: inLocale(first.label, locale),
              time: inLocale(first.expectedTime, locale),
            })
          }
          onPress={() => send({ type: 'opt-out' })}
        >
          {t('widget.optOut')}
        </Control>
        <Control
          action="consent"
          look="choice"
          detail={t('notice.consentDetail')}
          describedBy={statementId}
          onPress={() => send({ type: 'consent', method: 'button', purposeIds })}
        >
          {t('notice.consent')}
        </Control>
      </div>
      <CancelControl />
    </section>
  );
}

interface ExtraPurposesProps {
  readonly purposes: readonly Purpose[];
  readonly agreed: readonly string[];
  readonly onChange: (agreed: readonly string[]) => void;
}

/** Purposes beyond the first are never bundled: each its own box, none ticked (requirement L-06). */
function ExtraPurposes({ purposes, agreed, onChange }: ExtraPurposesProps): ReactElement | null {
  const { t } = useText();
  if (purposes.length === 0) return null;
  const toggle = (id: string): void =>
    onChange(agreed.includes(id) ? agreed.filter((other) => other !== id) : [...agreed, id]);
  return (
    <fieldset className="candor-extra">
      <legend>{t('notice.extra')}</legend>
      {purposes.map(({ id, text }) => (
        <label key={id}>
          <input type="checkbox" checked={agreed.includes(id)} onChange={() => toggle(id)} />{' '}
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}

function ownName(locale: string): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
}

function LanguageSelect({ view }: { readonly view: NoticeView }): ReactElement | null {
  const { t } = useText();
  const { send } = useWidget();
  if (view.locales.length < 2) return null;
  return (
    <label className="candor-select candor-language">
      <span>{t('widget.language')}</span>
      <select
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
    </label>
  );
}
