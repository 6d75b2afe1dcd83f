import type { ReactElement } from 'react';
import type { CheckResult, ReasonCode } from '../core/verdict.js';
import type { ReviewOutcome } from '../flow/state.js';
import { useText } from './text.js';
import type { StateOf } from './widget.js';

/** The verdict in words and, for each reason, what was seen and what helps. Never a score (requirement P-11). */
export function Findings({ state }: { readonly state: StateOf<'review'> }): ReactElement {
  const { t, format } = useText();
  const { verdict, outcome, attemptsLeft } = state;
  return (
    <section className="candor-findings">
      <h3 className="candor-subtitle">{t('review.found')}</h3>
      {verdict === null ? null : <p>{t(`verdict.${verdict.verdict}`)}</p>}
      {outcome === null ? null : <OutcomeInWords outcome={outcome} />}
      {verdict === null ? null : <CheckList checks={verdict.checks} />}
      <p className="candor-small">
        {attemptsLeft === 0 && outcome?.kind === 'redo'
          ? t('review.noAttempts')
          : t('review.attemptsLeft', { count: format.count(attemptsLeft) })}
      </p>
    </section>
  );
}

function OutcomeInWords({ outcome }: { readonly outcome: ReviewOutcome }): ReactElement | null {
  const { t } = useText();
  if (outcome.kind === 'send') return null;
  const key = {
    'send-flagged': 'review.flagged',
    'send-by-choice': 'review.byChoice',
    redo: 'review.redoBody',
  } as const;
  return (
    <>
      <p>{t(key[outcome.kind])}</p>
      <Reasons reasons={outcome.reasons} />
    </>
  );
}

function Reasons({ reasons }: { readonly reasons: readonly ReasonCode[] }): ReactElement {
  const { t } = useText();
  return (
    <ul className="candor-reasons">
      {[...new Set(reasons)].map((reason) => (
        <li key={reason} data-reason={reason}>
          <strong>{t(`reason.${reason}.cause`)}</strong> {t(`reason.${reason}.remedy`)}
        </li>
      ))}
    </ul>
  );
}

function CheckList({ checks }: { readonly checks: readonly CheckResult[] }): ReactElement {
  const { t } = useText();
  return (
    <details className="candor-checks">
      <summary>{t('review.checks')}</summary>
      <ul>
        {checks.map(({ id, band }) => (
          <li key={id} data-check={id} data-band={band}>
            <span>{t(`check.${id}`)}</span> <span>{t(`band.${band}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
