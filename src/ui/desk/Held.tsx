import type { ReactElement, ReactNode } from 'react';
import { MAX_OBJECTIONS } from '../../core/objection.js';
import type { Controller } from '../../core/types.js';
import type { StoredRecord } from '../../envelope/wire.js';
import type { Contest } from '../../flow/state.js';
import { Disclosure } from '../Disclosure.js';
import { Facts } from '../Facts.js';
import type { MessageKey } from '../messages/types.js';
import { ThresholdInWords } from '../notice/ThresholdInWords.js';
import { Contact } from '../Screen.js';
import { useText } from '../text.js';
import { ContestForm, type Draft } from './ContestForm.js';
import { searchOf } from './compared-with.js';
import { Decision, ThresholdOf } from './Decision.js';
import { DeletionFile, operatorFacts } from './Deletion.js';

export interface HeldProps {
  readonly record: StoredRecord;
  readonly contest: Contest;
  readonly draft: Draft;
  readonly controller: Controller | null;
  readonly onContest: (text: string) => void;
}

/** What the receiver holds of one check: how it stands, what the seller may say to it, and everything that is stored. */
export function Held(props: HeldProps): ReactElement {
  const { t } = useText();
  const { record } = props;
  return (
    <div className="candor-held">
      <Decision record={record} />
      <div>
        {record.state === 'stored' ? <Contesting {...props} /> : null}
        <Disclosure title={t('record.title')}>
          <Stored record={record} />
          {record.deletedAt === undefined ? null : <DeletionFile {...record} deletedAt={record.deletedAt} />}
        </Disclosure>
        {record.comparedWith === 0 ? null : (
          <Disclosure title={t('notice.group.compared')}>
            <ThresholdInWords threshold={record.threshold} search={searchOf(record)} />
          </Disclosure>
        )}
      </div>
    </div>
  );
}

function Contesting({ record, contest, draft, controller, onContest }: HeldProps): ReactElement {
  const { objections, review } = record;
  if (objections === undefined) return <Elsewhere controller={controller} />;
  return (
    <>
      <ContestForm
        contest={contest}
        draft={draft}
        onSend={onContest}
        open={review?.state === 'asked'}
        exhausted={contest.kind === 'none' && objections.length >= MAX_OBJECTIONS}
      />
      <Said objections={objections} />
    </>
  );
}

/** A receiver that takes no objections on this way is written to. */
function Elsewhere({ controller }: Pick<HeldProps, 'controller'>): ReactElement | null {
  const { t } = useText();
  if (controller === null) return null;
  return (
    <p data-action="contest">
      {t('done.contact', { contact: '' })} <Contact contact={controller.contact} />
    </p>
  );
}

function Said({ objections }: { readonly objections: NonNullable<StoredRecord['objections']> }): ReactNode {
  const { t, format } = useText();
  if (objections.length === 0) return null;
  return (
    <Disclosure title={t('contest.said')}>
      <Facts
        facts={objections.map(({ objectionId, at, text }) => [
          format.time(at),
          <span key={objectionId} className="candor-said" dir="auto">
            {text}
          </span>,
        ])}
      />
    </Disclosure>
  );
}

const FIELDS: Readonly<Record<string, MessageKey>> = {
  embedding: 'field.embedding',
  envelope: 'record.envelope',
  liveness: 'field.liveness',
  capture: 'field.capture',
  consent: 'field.consent',
  subject: 'record.subject',
};

/** Field by field, in words; one that this version has no word for by its own name. */
export function Stored({ record }: { readonly record: StoredRecord }): ReactElement {
  const text = useText();
  const { t, format } = text;
  const fields = record.fields.map((name) => {
    const key = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
    return <li key={name}>{key === undefined ? name : t(key)}</li>;
  });
  return (
    <Facts
      facts={[
        [t('record.state'), t(`stored.${record.state}`)],
        [t('record.fields'), <ul key="fields">{fields}</ul>],
        [t('record.status'), t(`status.${record.status}.word`)],
        [t('record.verdict'), t(`verdict.${record.liveness.verdict}`)],
        ...(record.comparedWith === 0
          ? []
          : [[t('record.threshold'), <ThresholdOf key="threshold" record={record} />] as const]),
        [t('record.receivedAt'), format.time(record.receivedAt)],
        [t('done.deleteAfter'), format.time(record.deletedAt ?? record.deleteAfter)],
        ...operatorFacts(record.shares, text),
      ]}
    />
  );
}
