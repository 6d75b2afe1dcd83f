import { type ReactElement, useId, useState } from 'react';
import type { Alternative, Locale, Purpose } from '../../core/types.js';
import type { NoticeView } from '../../flow/state.js';
import { Control } from '../Control.js';
import { Heading } from '../Heading.js';
import { Theirs, useTheirs } from '../Theirs.js';
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
    <section className="candor-actions candor-asking" part="answers">
      <div id={statementId}>
        <Heading level={3}>{t('notice.statement')}</Heading>
        <blockquote className="candor-statement" part="statement">
          <Statement locale={view.locale} text={purpose?.text} />
          <Statement locale={view.locale} text={view.notice.legal?.ageDeclaration} />
        </blockquote>
      </div>
      <ExtraPurposes locale={view.locale} purposes={extras} agreed={agreed} onChange={setAgreed} />
      <div className="candor-bar">{answerOrder === 'agree-first' ? [agree, decline] : [decline, agree]}</div>
      <div className="candor-asking-foot">
        <p className="candor-small">{t('notice.cameraOff')}</p>
        <CancelControl />
      </div>
    </section>
  );
}

interface StatementProps {
  readonly locale: Locale;
  readonly text: string | undefined;
}

function Statement({ locale, text }: StatementProps): ReactElement | null {
  if (text === undefined) return null;
  return (
    <Theirs as="p" locale={locale}>
      {text}
    </Theirs>
  );
}

function Decline({ view }: { readonly view: NoticeView }): ReactElement {
  const { t } = useText();
  const { send } = useWidget();
  const [first] = view.alternatives;
  const detail = first && <FirstWay alternative={first} />;
  return (
    <Control action="opt-out" look="choice" detail={detail} onPress={() => send({ type: 'opt-out' })}>
      {t('widget.optOut')}
    </Control>
  );
}

function FirstWay({ alternative }: { readonly alternative: Alternative }): ReactElement | null {
  const { t } = useText();
  const label = useTheirs(alternative.label);
  const time = useTheirs(alternative.expectedTime);
  if (label === null || time === null) return null;
  return (
    <Theirs locale={label.locale}>{t('widget.optOutTime', { label: label.text, time: time.text })}</Theirs>
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
  readonly locale: Locale;
  readonly purposes: readonly Purpose[];
  readonly agreed: readonly string[];
  readonly onChange: (agreed: readonly string[]) => void;
}

/** Purposes beyond the first are never bundled: each its own box, none ticked (requirement L-06). */
function ExtraPurposes({ locale, purposes, agreed, onChange }: ExtraPurposesProps): ReactElement | null {
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
          <span>
            <Theirs locale={locale}>{text}</Theirs>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
