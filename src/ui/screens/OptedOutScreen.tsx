import type { ReactElement } from 'react';
import { inLocale } from '../../core/locale.js';
import type { Alternative } from '../../core/types.js';
import type { OptOutDelivery } from '../../flow/state.js';
import { Control } from '../Control.js';
import { Ended } from '../Ended.js';
import { Problem } from '../Problem.js';
import { Screen } from '../Screen.js';
import { safeHref } from '../safe-href.js';
import { useText } from '../text.js';
import { Alternatives } from '../Ways.js';
import { type ScreenProps, useSpoken, useWidget } from '../widget.js';

/** Not an error: the next step of the way that was chosen, and the other ways. */
export function OptedOutScreen({ state }: ScreenProps<'opted-out'>): ReactElement {
  const { t } = useText();
  const others = state.alternatives.filter(({ id }) => id !== state.alternative.id);
  return (
    <Screen step="opted-out" title={t('optedOut.title')}>
      <Ended aftermath={state.aftermath} clipsLeft={state.clipsLeft} />
      <ChosenWay alternative={state.alternative} delivery={state.delivery} />
      <Alternatives title={t('notice.alternatives')} alternatives={others} />
    </Screen>
  );
}

interface ChosenWayProps {
  readonly alternative: Alternative;
  readonly delivery: OptOutDelivery;
}

function ChosenWay({ alternative, delivery }: ChosenWayProps): ReactElement {
  const { t, locale } = useText();
  const label = inLocale(alternative.label, locale);
  const href = alternative.href === undefined ? null : safeHref(alternative.href);
  return (
    <section className="candor-chosen">
      <h3 className="candor-subtitle">{label}</h3>
      <p>{t('optedOut.time', { time: inLocale(alternative.expectedTime, locale) })}</p>
      <Delivery delivery={delivery} />
      {href === null ? null : (
        <p>
          <a className="candor-control candor-main" href={href}>
            {t('optedOut.open', { label })}
          </a>
        </p>
      )}
    </section>
  );
}

function Delivery({ delivery }: { readonly delivery: OptOutDelivery }): ReactElement {
  const { t } = useText();
  const { send } = useWidget();
  useSpoken(delivery.kind === 'confirmed' ? `${t('optedOut.next')}: ${delivery.next}` : '');
  if (delivery.kind === 'posting') return <p>{t('optedOut.posting')}</p>;
  if (delivery.kind === 'confirmed') {
    return (
      <div className="candor-next" data-case={delivery.caseId}>
        <p>
          <strong>{t('optedOut.next')}:</strong> {delivery.next}
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
