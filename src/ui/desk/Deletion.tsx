import type { ReactElement } from 'react';
import type { ByOperator, ShareRemoval } from '../../core/record.js';
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
