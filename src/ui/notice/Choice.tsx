import { type ReactElement, useId, useState } from 'react';
import { inLocale } from '../../core/locale.js';
import type { Purpose } from '../../core/types.js';
import type { NoticeView } from '../../flow/state.js';
import { Control } from '../Control.js';
import { directionOf } from '../locale.js';
import { useText } from '../text.js';
import { CancelControl } from '../Ways.js';
import { useWidget } from '../widget.js';

/** One question with two equal answers, none of them chosen beforehand (requirement L-02). */
export function Choice({ view }: { readonly view: NoticeView }): ReactElement {
  const { t } = useText();
  const { answerOrder } = useWidget();
  const statementId = useId();
  const [purpose, ...extras] = view.notice.purposes;
  const [agreed, setAgreed] = useState<readonly string[]>([]);
  const purposeIds = [...(purpose === undefined ? [] : [purpose.id]), ...agreed];
  const decline = <Decline key="decline" view={view} />;
  const agree = <Agree key="agree" purposeIds={purposeIds} statementId={statementId} />;
  return (
    <section className="candor-actions candor-asking">
      <div id={statementId}>
        <h3 className="candor-subtitle">{t('notice.statement')}</h3>
        <blockquote className="candor-statement" lang={view.locale} dir={directionOf(view.locale)}>
          <p>{purpose?.text}</p>
          {view.notice.legal === undefined ? null : <p>{view.notice.legal.ageDeclaration}</p>}
        </blockquote>
      </div>
      <ExtraPurposes purposes={extras} agreed={agreed} onChange={setAgreed} />
      <div className="candor-bar">{answerOrder === 'agree-first' ? [agree, decline] : [decline, agree]}</div>
      <div className="candor-asking-foot">
        <p className="candor-small">{t('notice.cameraOff')}</p>
        <CancelControl />
      </div>
    </section>
  );
}

function Decline({ view }: { readonly view: NoticeView }): ReactElement {
  const { t, locale } = useText();
  const { send } = useWidget();
  const [first] = view.alternatives;
  const detail =
    first &&
    t('widget.optOutTime', {
      label: inLocale(first.label, locale),
      time: inLocale(first.expectedTime, locale),
    });
  return (
    <Control action="opt-out" look="choice" detail={detail} onPress={() => send({ type: 'opt-out' })}>
      {t('widget.optOut')}
    </Control>
  );
}

interface AgreeProps {
  readonly purposeIds: readonly string[];
  readonly statementId: string;
}

function Agree({ purposeIds, statementId }: AgreeProps): ReactElement {
  const { t } = useText();
  const { send } = useWidget();
  return (
    <Control
      action="consent"
      look="choice"
      detail={t('notice.consentDetail')}
      describedBy={statementId}
      onPress={() => send({ type: 'consent', method: 'button', purposeIds })}
    >
      {t('notice.consent')}
    </Control>
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
