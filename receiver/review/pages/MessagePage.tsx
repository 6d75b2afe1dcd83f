/** @jsxImportSource hono/jsx */
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { CaseSummary } from '../case-view.js';
import { ACT_DONE, STATE_OF_CASE } from '../words.js';
import { Layout, Time } from './Layout.js';

export interface MessagePageProps {
  readonly title: string;
  readonly text: string;
  readonly root: string;
  /** For whoever is signed in: with it, the links to the cases are there. */
  readonly audience?: string | undefined;
}

/** One thing to say, and nothing of any case. */
export function MessagePage({ title, text, root, audience }: MessagePageProps): JSX.Element {
  return (
    <Layout title={title} root={root} audience={audience}>
      <h1>{title}</h1>
      <p class="lead">{text}</p>
    </Layout>
  );
}

export interface MeanwhilePageProps {
  readonly audience: string;
  readonly caseId: string;
  readonly now: Pick<CaseSummary, 'state' | 'outcome' | 'decidedAt'>;
}

/** For the second of two reviewers: what the first one found, and that the own act was not recorded. */
export function MeanwhilePage({ audience, caseId, now }: MeanwhilePageProps): JSX.Element {
  const { state, outcome, decidedAt } = now;
  return (
    <Layout title="Changed in the meantime" root="../" audience={audience}>
      <h1>This case has changed in the meantime</h1>
      <p class="lead" data-meanwhile={outcome ?? state}>
        {outcome === null ? `${STATE_OF_CASE[state]}. ` : `${ACT_DONE[outcome]}. `}
        {decidedAt === null ? null : <Time at={decidedAt} />}
      </p>
      <p>Your decision was not recorded. Look at the case as it is now; you can still change the decision.</p>
      <p class="onward">
        <a href={`./${caseId}`}>Look at the case</a>
      </p>
    </Layout>
  );
}
