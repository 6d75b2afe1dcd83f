import type { ReactElement } from 'react';
import type { Locale, Notice, NoticeLegal } from '../../core/types.js';
import type { NoticeView } from '../../flow/state.js';
import { Disclosure } from '../Disclosure.js';
import { Facts } from '../Facts.js';
import { Heading } from '../Heading.js';
import { OutsideLink } from '../OutsideLink.js';
import { Contact } from '../Screen.js';
import { Theirs } from '../Theirs.js';
import { useText } from '../text.js';
import { ThresholdInWords } from './ThresholdInWords.js';

/** The rest of the notice (requirement L-05) in groups that are in the document from the start: a search in the page opens
 * them, print shows them, and nobody has to open one before answering. */
export function Details({
  view: { notice, threshold, search, locale },
}: {
  readonly view: NoticeView;
}): ReactElement {
  const { t, format } = useText();
  const { legal } = notice;
  // What the law asks for besides stands under the same heading: a seller looks for where it goes, not for "transfers".
  const theirs = (text: string, more?: string): ReactElement => (
    <>
      <Theirs as="div" locale={locale}>
        {text}
      </Theirs>
      {more === undefined ? null : (
        <Theirs as="div" locale={locale}>
          {more}
        </Theirs>
      )}
    </>
  );
  return (
    <section className="candor-details" part="details">
      <Heading level={3}>{t('notice.details')}</Heading>
      <Disclosure title={t('notice.group.recorded')}>
        <Facts
          facts={[
            [t('notice.stays'), theirs(notice.notSent)],
            [t('notice.sent'), theirs(notice.sent)],
          ]}
        />
      </Disclosure>
      <Disclosure title={t('notice.group.compared')}>
        <Theirs as="p" locale={locale}>
          {notice.comparison}
        </Theirs>
        <ThresholdInWords threshold={threshold} search={search} />
        <Theirs as="p" locale={locale}>
          {notice.humanDecision}
        </Theirs>
      </Disclosure>
      <Disclosure title={t('notice.group.why')}>
        <Facts
          facts={[
            [t('notice.controller'), <Controller key="controller" notice={notice} />],
            [t('notice.reason'), theirs(notice.reason)],
            [t('notice.whyNow'), theirs(notice.why_now)],
            [t('notice.regions'), theirs(notice.regions)],
          ]}
        />
      </Disclosure>
      <Disclosure title={t('notice.group.kept')}>
        <Facts
          facts={[
            [t('notice.recipients'), theirs(notice.recipients, legal?.processors)],
            [t('notice.storagePlace'), theirs(notice.storagePlace, legal?.transfers)],
            [t('notice.retention'), format.days(notice.retentionDays)],
            [t('notice.removal'), theirs(notice.removal, legal?.afterWithdrawal)],
          ]}
        />
      </Disclosure>
      <Disclosure title={t('notice.group.rights')}>
        {legal === undefined ? null : <Rights legal={legal} locale={locale} />}
        <Facts
          facts={[
            [t('notice.complaint'), theirs(notice.complaint)],
            [t('notice.policy'), <Policy key="policy" notice={notice} />],
          ]}
        />
      </Disclosure>
    </section>
  );
}

interface RightsProps {
  readonly legal: NoticeLegal;
  readonly locale: Locale;
}

function Rights({ legal: { basis, rights }, locale }: RightsProps): ReactElement {
  return (
    <ul className="candor-points">
      {[basis, rights.access, rights.rectification, rights.portability].map((text) => (
        <li key={text}>
          <Theirs as="div" locale={locale}>
            {text}
          </Theirs>
        </li>
      ))}
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
      {t('notice.version')} {notice.version}
    </>
  );
}
