import type { ReactElement, ReactNode } from 'react';

export type Fact = readonly [label: string, content: ReactNode];

/** Label and content, row by row. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }): ReactElement {
  return (
    <dl className="candor-facts" part="facts">
      {facts.map(([label, content]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{content}</dd>
        </div>
      ))}
    </dl>
  );
}
