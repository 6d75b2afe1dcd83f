import type { ReactElement } from 'react';
import { Control } from '../Control.js';
import { Ended } from '../Ended.js';
import { Heading } from '../Heading.js';
import { Link } from '../Link.js';
import { Problem } from '../Problem.js';
import { Screen } from '../Screen.js';
import { safeHref } from '../safe-href.js';
import { Around, HERE, InTheirs, Theirs } from '../Theirs.js';
import { useText } from '../text.js';
import { Alternatives } from '../Ways.js';
import { type ScreenProps, type StateOf, useSpoken, useWidget } from '../widget.js';

/** Not an error: the next step of the way that was chosen, and the other ways. */
export function OptedOutScreen({ state }: ScreenProps<'opted-out'>): ReactElement {
  const { t } = useText();
  const others = state.alternatives.filter(({ id }) => id !== state.alternative.id);
  return (
    <Screen step="opted-out" title={t('optedOut.title')}>
      <Ended aftermath={state.aftermath} clipsLeft={state.clipsLeft} />
      <ChosenWay {...state} />
      <Alternatives title={t('notice.alternatives')} alternatives={others} />
    </Screen>
  );
}

type ChosenWayProps = Pick<StateOf<'opted-out'>, 'alternative' | 'delivery' | 'locale'>;

function ChosenWay({ alternative, delivery, locale }: ChosenWayProps): ReactElement {
  const { t } = useText();
  const label = <InTheirs texts={alternative.label} />;
  const href = alternative.href === undefined ? null : safeHref(alternative.href);
  return (
    <section className="candor-chosen" part="card">
      <Heading level={3} takesFocus>
        {label}
      </Heading>
      <p>
        <Around sentence={t('optedOut.time', { time: HERE })}>
          <InTheirs texts={alternative.expectedTime} />
        </Around>
      </p>
      <Delivery delivery={delivery} locale={locale} />
      {href === null ? null : (
        <p>
          <Link href={href} look="main">
            <Around sentence={t('optedOut.open', { label: HERE })}>{label}</Around>
          </Link>
        </p>
      )}
    </section>
  );
}

function Delivery({ delivery, locale }: Omit<ChosenWayProps, 'alternative'>): ReactElement {
  const { t } = useText();
  const { send } = useWidget();
  useSpoken(delivery.kind === 'confirmed' ? `${t('optedOut.next')} ${delivery.next}` : '');
  if (delivery.kind === 'posting') return <p>{t('optedOut.posting')}</p>;
  if (delivery.kind === 'confirmed') {
    return (
      <div className="candor-next" data-case={delivery.caseId}>
        <p>
          <strong>{t('optedOut.next')}</strong> <Theirs locale={locale}>{delivery.next}</Theirs>
        </p>
        <p className="candor-small">{t('optedOut.case', { id: delivery.caseId })}</p>
      </div>
    );
  }
  return (
    <>
      <Problem error={delivery.error} />
      <Control action="retry" look="plain" onPress={() => send({ type: 'retry' })}>
        {t('failed.retry')}
      </Control>
    </>
  );
}
