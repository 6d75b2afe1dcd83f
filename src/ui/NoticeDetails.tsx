import type { ReactElement } from 'react';
import type { Notice } from '../core/types.js';
import { Facts } from './Facts.js';
import { OutsideLink } from './OutsideLink.js';
import { Contact } from './Screen.js';
import { useText } from './text.js';

/** The rest of the notice, all of it on screen: nothing is behind a fold (requirement L-05). */
export function NoticeDetails({ notice }: { readonly notice: Notice }): ReactElement {
  const { t, format } = useText();
  return (
    <section className="candor-details">
      <h3 className="candor-subtitle">{t('notice.details')}</h3>
      <Facts
        facts={[
          [t('notice.controller'), <Controller key="controller" notice={notice} />],
          [t('notice.reason'), notice.reason],
          [t('notice.whyNow'), notice.why_now],
          [t('notice.humanDecision'), notice.humanDecision],
          [t('notice.ifDeclined'), notice.ifDeclined],
          [t('notice.recipients'), notice.recipients],
          [t('notice.storagePlace'), notice.storagePlace],
          [t('notice.retention'), format.days(notice.retentionDays)],
          [t('notice.regions'), notice.regions],
          [t('notice.complaint'), notice.complaint],
          [t('notice.policy'), <Policy key="policy" notice={notice} />],
        ]}
      />
    </section>
  );
}

function Controller({ notice }: { readonly notice: Notice }): ReactElement {
  const { name, address, contact } = notice.controller;
  return (
    <>
      {name}, {address}
      <br />
      <Contact contact={contact} />
    </>
  );
}

function Policy({ notice }: { readonly notice: Notice }): ReactElement {
  const { t } = useText();
  return (
    <>
      <OutsideLink address={notice.policyUrl}>{t('notice.policyLink')}</OutsideLink>
      <br />
      {t('notice.version')}: {notice.version}
    </>
  );
}
