import type { ReactElement } from 'react';
import type { StoredRecord } from '../envelope/wire.js';
import { Facts } from './Facts.js';
import { useText } from './text.js';
import { useSpoken } from './widget.js';

/** What the receiver holds about the seller: everything but the vector. */
export function RecordTable({ record }: { readonly record: StoredRecord }): ReactElement {
  const { t, format } = useText();
  const title = t('record.title');
  useSpoken(title);
  return (
    <section className="candor-record" data-record={record.state}>
      <h3 className="candor-subtitle">{title}</h3>
      <Facts
        facts={[
          [t('record.state'), t(`stored.${record.state}`)],
          [t('record.fields'), record.fields.join(', ')],
          [t('record.status'), t(`status.${record.status}.word`)],
          [t('record.verdict'), t(`verdict.${record.liveness.verdict}`)],
          [t('record.reviewOutcome'), record.reviewOutcome ?? t('record.noReview')],
          [
            t('notice.compared'),
            t('notice.threshold.value', { value: format.similarity(record.threshold.value) }),
          ],
          [t('record.receivedAt'), format.time(record.receivedAt)],
          [t('done.deleteAfter'), format.time(record.deletedAt ?? record.deleteAfter)],
        ]}
      />
    </section>
  );
}
