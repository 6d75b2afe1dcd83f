import type { ReactElement } from 'react';
import type { VerificationReceipt } from '../../flow/state.js';
import { Control } from '../Control.js';
import { downloadJson } from '../download.js';
import { Facts } from '../Facts.js';
import { Icon } from '../icons.js';
import { Problem } from '../Problem.js';
import { RecordTable } from '../RecordTable.js';
import { Contact, Screen } from '../Screen.js';
import { safeHref } from '../safe-href.js';
import { useText } from '../text.js';
import { type ScreenProps, useWidget } from '../widget.js';

/** The receipt: what it says, as a file, what is stored, and the way back out, one press each. */
export function DoneScreen({ state }: ScreenProps<'done'>): ReactElement {
  const { t } = useText();
  const { status } = state.receipt.outcome;
  return (
    <Screen step="done" title={t(`status.${status}.title`)}>
      <p className="candor-lead">
        {status === 'no_duplicate' ? <Icon name="check" /> : null} {t(`status.${status}.body`)}
      </p>
      {status === 'needs_review' ? <Contest receipt={state.receipt} /> : null}
      {state.problem === null ? null : <Problem error={state.problem} />}
      <ReceiptSummary receipt={state.receipt} />
      {state.record === null ? null : <RecordTable record={state.record} />}
    </Screen>
  );
}

function ReceiptSummary({ receipt }: { readonly receipt: VerificationReceipt }): ReactElement {
  const { t, format } = useText();
  const { send } = useWidget();
  const { verificationId, decidedAt, deleteAfter } = receipt.outcome;
  return (
    <section className="candor-receipt">
      <h3 className="candor-subtitle">{t('done.receipt')}</h3>
      <Facts
        facts={[
          [t('done.number'), <code key="number">{verificationId}</code>],
          [t('done.decidedAt'), format.time(decidedAt)],
          [t('done.deleteAfter'), format.time(deleteAfter)],
          [t('done.noticeVersion'), receipt.noticeVersion],
        ]}
      />
      <p className="candor-small">{t('done.keep')}</p>
      <div className="candor-bar">
        <Control
          action="download-receipt"
          look="plain"
          onPress={() => downloadJson(receipt, `candor-receipt-${verificationId}.json`)}
        >
          {t('done.download')}
        </Control>
        <Control action="my-data" look="plain" onPress={() => send({ type: 'my-data' })}>
          {t('done.myData')}
        </Control>
        <Control action="withdraw" look="plain" onPress={() => send({ type: 'withdraw' })}>
          {t('done.withdraw')}
        </Control>
      </div>
    </section>
  );
}

/** A person decides, and can be spoken to (GDPR 22(3)). */
function Contest({ receipt }: { readonly receipt: VerificationReceipt }): ReactElement | null {
  const { t } = useText();
  const { notice } = useWidget();
  if (notice === null) return null;
  const { contact } = notice.notice.controller;
  const href = safeHref(contact);
  if (href === null) {
    return (
      <p data-action="contest">
        {t('done.contact', { contact: '' })} <Contact contact={contact} />
      </p>
    );
  }
  const subject = href.startsWith('mailto:')
    ? `?subject=${encodeURIComponent(receipt.outcome.verificationId)}`
    : '';
  return (
    <p>
      <a className="candor-control candor-plain" data-action="contest" href={href + subject}>
        {t('done.contest')}
      </a>
    </p>
  );
}
