import type { ReactElement } from 'react';
import type { Receipt } from '../../core/record.js';
import type { DeskCommand, DeskState, HeldThere } from '../../flow/desk-state.js';
import { Control } from '../Control.js';
import { Disclosure } from '../Disclosure.js';
import { Facts } from '../Facts.js';
import { Heading } from '../Heading.js';
import { useText } from '../text.js';
import { UndeliveredNote } from '../Undelivered.js';
import { useSpoken } from '../widget.js';
import { ClipEntry } from './ClipEntry.js';
import { Decision } from './Decision.js';
import { Stored } from './Held.js';

interface KeptHereProps {
  readonly state: Extract<DeskState, { readonly kind: 'list' }>;
  /** Of the receiver. */
  readonly name: string;
  readonly send: (command: DeskCommand) => void;
  /** Whether it needs a heading of its own. */
  readonly titled?: boolean | undefined;
}

/** What this browser keeps for the seller who is signed in, each thing with its end and its way out, and what the receiver
 * said of it. */
export function KeptHere({ state, name, send, titled = false }: KeptHereProps): ReactElement {
  const { t } = useText();
  const { receipts, clips, undelivered, readable } = state.kept;
  const isEmpty = receipts.length + clips.length === 0 && undelivered === null;
  const nothing = readable ? 'desk.keptNothing' : 'desk.unread';
  const ofNothing = isEmpty ? t(state.looking ? 'desk.looking' : nothing) : '';
  useSpoken(ofNothing);
  return (
    <section className="candor-cards" aria-label={t('desk.kept')}>
      {titled ? (
        <Heading level={3} takesFocus>
          {t('desk.kept')}
        </Heading>
      ) : null}
      {isEmpty ? <p data-looking={state.looking}>{ofNothing}</p> : null}
      {undelivered === null ? null : (
        <UndeliveredNote
          undelivered={undelivered}
          name={name}
          waiting="mine.waiting"
          onDiscard={() => send({ type: 'discard' })}
        />
      )}
      {receipts.map((receipt) => {
        const { verificationId } = receipt.outcome;
        const held = state.held[verificationId] ?? null;
        return <CheckEntry key={verificationId} receipt={receipt} held={held} send={send} />;
      })}
      {clips.map((clip) => (
        <ClipEntry key={clip.sessionId} kept={clip} send={send} />
      ))}
    </section>
  );
}

interface CheckEntryProps extends Pick<KeptHereProps, 'send'> {
  readonly receipt: Receipt;
  /** Null: the receiver was not asked. */
  readonly held: HeldThere | null;
}

function CheckEntry({ receipt, held, send }: CheckEntryProps): ReactElement {
  const { t, format } = useText();
  const { verificationId, decidedAt, deleteAfter } = receipt.outcome;
  return (
    <section className="candor-card" part="card" data-kept="receipt">
      <Heading level={3}>{t('mine.check', { time: format.time(decidedAt) })}</Heading>
      {held === null ? null : <HeldInShort held={held} name={new URL(receipt.endpoint).host} />}
      {held?.kind === 'known' ? null : (
        <Facts
          facts={[
            [t('done.number'), <code key="number">{verificationId}</code>],
            [t('done.deleteAfter'), format.time(deleteAfter)],
          ]}
        />
      )}
      <Control
        action="open-kept"
        look="plain"
        value={verificationId}
        onPress={() => send({ type: 'open-kept', verificationId })}
      >
        {t('mine.open')}
      </Control>
    </section>
  );
}

function HeldInShort({ held, name }: { readonly held: HeldThere; readonly name: string }): ReactElement {
  const { t } = useText();
  if (held.kind === 'asking') return <p>{t('mine.asking', { name })}</p>;
  if (held.kind === 'unknown') return <p data-problem={held.error.code}>{t('mine.unheard', { name })}</p>;
  return (
    <>
      <Decision record={held.record} short />
      <Disclosure title={t('record.title')}>
        <Stored record={held.record} />
      </Disclosure>
    </>
  );
}
