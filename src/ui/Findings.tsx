import type { ReactElement } from 'react';
import type { ReasonCode, Verdict } from '../core/verdict.js';
import type { AfterVerdict } from '../liveness/after-verdict.js';
import { Disclosure } from './Disclosure.js';
import { Icon } from './icons.js';
import { useText } from './text.js';
import type { StateOf } from './widget.js';

/** From how many on it is not said how many tries are left: it would only be a number. */
const MANY_TRIES = 4;

/** The verdict in one line; where it is not a plain yes, what was seen and what helps. Never a score (requirement P-11). */
export function Findings({ state }: { readonly state: StateOf<'review'> }): ReactElement {
  const { t } = useText();
  const { verdict, afterVerdict, attemptsLeft } = state;
  const isLast = attemptsLeft === 0;
  const isWorthTelling = attemptsLeft > 0 && attemptsLeft < MANY_TRIES;
  return (
    <section className="candor-findings" part="findings">
      {verdict === null ? null : <VerdictLine verdict={verdict} />}
      {afterVerdict === null ? null : <AfterVerdictInWords afterVerdict={afterVerdict} isLast={isLast} />}
      {isLast && afterVerdict?.kind === 'redo' ? <p>{t('review.noAttempts')}</p> : null}
      {isWorthTelling && afterVerdict?.kind === 'redo' ? (
        <p className="candor-small">{t('review.attemptsLeft', { count: attemptsLeft })}</p>
      ) : null}
    </section>
  );
}

function VerdictLine({ verdict: { verdict } }: { readonly verdict: Verdict }): ReactElement {
  const { t } = useText();
  return (
    <p className="candor-line">
      <Icon name={verdict === 'live' ? 'check' : 'person'} />
      <span>{t(`verdict.${verdict}`)}</span>
    </p>
  );
}

interface AfterVerdictInWordsProps {
  readonly afterVerdict: AfterVerdict;
  /** It cannot be tried again: then nothing is asked to be changed. */
  readonly isLast: boolean;
}

function AfterVerdictInWords({ afterVerdict, isLast }: AfterVerdictInWordsProps): ReactElement | null {
  const { t } = useText();
  if (afterVerdict.kind === 'send') return null;
  const key = {
    'send-flagged': 'review.flagged',
    'send-by-choice': 'review.byChoice',
    redo: isLast ? 'review.redoWhy' : 'review.redoBody',
  } as const;
  return (
    <>
      <p>{t(key[afterVerdict.kind])}</p>
      <Reasons reasons={afterVerdict.reasons} isLast={isLast} />
    </>
  );
}

interface ReasonsProps {
  readonly reasons: readonly ReasonCode[];
  readonly isLast: boolean;
}

function Reasons({ reasons, isLast }: ReasonsProps): ReactElement {
  const { t } = useText();
  return (
    <ul className="candor-reasons">
      {[...new Set(reasons)].map((reason) => (
        <li key={reason} data-reason={reason}>
          <strong>{t(`reason.${reason}.cause`)}</strong> {isLast ? null : t(`reason.${reason}.remedy`)}
        </li>
      ))}
    </ul>
  );
}

/** Every check with its band, folded. */
export function Checks({ verdict: { checks } }: { readonly verdict: Verdict }): ReactElement {
  const { t } = useText();
  return (
    <Disclosure title={t('review.checks')}>
      <ul className="candor-checks">
        {checks.map(({ id, band }) => (
          <li key={id} data-check={id} data-band={band}>
            <span>{t(`check.${id}`)}</span> <span>{t(`band.${band}`)}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
