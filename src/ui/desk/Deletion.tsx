import type { ReactElement } from 'react';
import type { ByOperator, ShareRemoval } from '../../core/record.js';
import { Control } from '../Control.js';
import { downloadJson } from '../download.js';
import { type Fact, Facts } from '../Facts.js';
import { type Text, useText } from '../text.js';

/** What a withdrawal came to, where one marketplace had the face as where three operators had a part of it each. */
export interface Deletion {
  readonly verificationId: string;
  readonly deletedAt: string;
  /** Something may still be in this browser. */
  readonly clipsLeft: boolean;
  readonly shares?: ByOperator<ShareRemoval> | undefined;
}

/** Whether an operator has yet to say that its part is gone. Alone its part shows nothing, but it is not deleted. */
export function isAwaited(shares: ByOperator<ShareRemoval> | undefined): boolean {
  return shares?.some(({ state }) => state === 'pending') ?? false;
}

export function deletionTitle({ clipsLeft, shares }: Deletion, { t }: Text): string {
  return t(clipsLeft || isAwaited(shares) ? 'stored.withdrawn' : 'withdrawn.title');
}

/** The receiver's own confirmation, with its date (requirement L-13); where somebody has not confirmed yet, that. */
export function DeletionLead({ deletedAt, shares }: Deletion): ReactElement {
  const { t, format } = useText();
  const time = format.time(deletedAt);
  return (
    <p className="candor-lead">
      {isAwaited(shares) ? t('withdrawn.waiting') : t('withdrawn.body', { time })}
    </p>
  );
}

export function DeletionFacts({ verificationId, shares }: Deletion): ReactElement {
  const text = useText();
  const number: Fact = [text.t('done.number'), <code key="number">{verificationId}</code>];
  return <Facts facts={[number, ...operatorFacts(shares, text)]} />;
}

/** What the operators have signed, as anybody can check it without this page or the marketplace (docs/protocol.md#withdrawal-and-access);
 * null where none has. */
export function deletionFile({ verificationId, deletedAt, shares }: Omit<Deletion, 'clipsLeft'>) {
  const isSigned = shares?.some(({ state }) => state === 'deleted') ?? false;
  return isSigned ? { version: 1, verificationId, deletedAt, shares } : null;
}

/** The way to keep that. */
export function DeletionFile(deletion: Omit<Deletion, 'clipsLeft'>): ReactElement | null {
  const { t } = useText();
  const file = deletionFile(deletion);
  if (file === null) return null;
  return (
    <div className="candor-pair">
      <Control
        action="download-deletion"
        look="plain"
        onPress={() => downloadJson(file, `candor-deletion-${file.verificationId}.json`)}
      >
        {t('done.download')}
      </Control>
    </div>
  );
}

/** By each operator's name, when it deleted its part, as it signed. */
export function operatorFacts(
  shares: ByOperator<ShareRemoval> | undefined,
  { t, format }: Text,
): readonly Fact[] {
  return (shares ?? []).map((share) => [
    share.name,
    share.state === 'pending'
      ? t('withdrawn.unconfirmed')
      : t('decision.deletedAt', { time: format.time(share.receipt.deletedAt) }),
  ]);
}
