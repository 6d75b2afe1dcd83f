import type { ReactElement } from 'react';
import type { Notice, NoticeLegal } from '../../core/types.js';
import type { NoticeView } from '../../flow/state.js';
import { Disclosure } from '../Disclosure.js';
import { Facts } from '../Facts.js';
import { OutsideLink } from '../OutsideLink.js';
import { Contact } from '../Screen.js';
import { useText } from '../text.js';
import { ThresholdInWords } from './ThresholdInWords.js';

/** The rest of the notice (requirement L-05) in groups that are in the document from the start: a search in the page opens
 * them, print shows them, and nobody has to open one before answering. */
export function Details({
  view: { notice, threshold, search },
}: {
  readonly view: NoticeView;
}): ReactElement {
  const { t, format } = useText();
  const { legal } = notice;
  return (
    <section className="candor-details">
      <h3 className="candor-subtitle">{t('notice.details')}</h3>
      <Disclosure title={t('notice.group.recorded')}>
        <Facts
          facts={[
            [t('notice.stays'), notice.notSent],
            [t('notice.sent'), notice.sent],
          ]}
        />
      </Disclosure>
      <Disclosure title={t('notice.group.compared')}>
        <p>{notice.comparison}</p>
        <ThresholdInWords threshold={threshold} search={search} />
        <p>{notice.humanDecision}</p>
      </Disclosure>
      <Disclosure title={t('notice.group.why')}>
        <Facts
          facts={[
            [t('notice.controller'), <Controller key="controller" notice={notice} />],
            [t('notice.reason'), notice.reason],
            [t('notice.whyNow'), notice.why_now],
            [t('notice.regions'), notice.regions],
          ]}
        />
      </Disclosure>
      <Disclosure title={t('notice.group.kept')}>
        <Facts
          facts={[
            [t('notice.recipients'), together(notice.recipients, legal?.processors)],
            [t('notice.storagePlace'), together(notice.storagePlace, legal?.transfers)],
            [t('notice.retention'), format.days(notice.retentionDays)],
            [t('notice.removal'), together(notice.removal, legal?.afterWithdrawal)],
          ]}
        />
      </Disclosure>
      <Disclosure title={t('notice.group.rights')}>
        {legal === undefined ? null : <Rights legal={legal} />}
        <Facts
          facts={[
            [t('notice.complaint'), notice.complaint],
            [t('notice.policy'), <Policy key="policy" notice={notice} />],
          ]}
        />
      </Disclosure>
    </section>
  );
}

/** What the law asks for besides stands under the same heading: a seller looks for where it goes, not for "transfers". */
function together(text: string, legal: string | undefined): string {
  return legal === undefined ? text : `${text} ${legal}`;
}

function Rights({ legal: { basis, rights } }: { readonly legal: NoticeLegal }): ReactElement {
  return (
    <ul className="candor-points">
      <li>{basis}</li>
      <li>{rights.access}</li>
      <li>{rights.rectification}</li>
      <li>{rights.portability}</li>
    </ul>
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
