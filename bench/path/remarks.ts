/** What docs/benchmarks.md says that no run measures: a run of `npm run bench:path` keeps it. */

export const WHY_XSTATE = `## Why XState stays

\`npm run size -- --parts\` says what the scripts and the style before the question are made of: each package and each folder of ours, minified, and by how much less
would be fetched without it. Of 28 November 2026, gzip (made of the sources in one go, which is 73 kB; the built package, which a page bundles a second time, comes to 71):

| part | minified | gzip, less without it |
|---|---|---|
| src/ui | 61.6 kB | 19.5 kB |
| src/flow | 47.8 kB | 14.8 kB |
| xstate | 40.4 kB | 13.1 kB |
| style.css | | 6.3 kB |
| src/core | 16.1 kB | 5.7 kB |
| src/envelope, src/transport, valibot | 29.5 kB | 8.1 kB |
| the rest | 7.9 kB | 3.4 kB |

Without XState, and with nothing in its place, the notice would be at 58 kB: neither the 40 kB of the plan nor the 50 of this page would be met. In its place would have to come what owns camera, worker,
recorder and requests and releases them when a state is left ([architecture](architecture.md#choices-that-are-not-obvious)). So it stays.`;

/** What a seller fetched when it was first written down by file, gzip. */
const BEFORE = { commit: '879c735', day: '27 November', noticeKb: 57.7, assetsKb: 14_197 } as const;

export const WHY_IT_GREW = `It came to 68.2 of the 71 kB within a day, and nobody saw it: since then \`npm test\` holds \`tools/size/budget.json\`, which was raised twice, for what merges brought and for 200 bytes of style. By
the log, what came after the 57.7 kB is what a seller is told before the question (what the browser lacks, legal basis and rights, 23 more languages to choose from and their plurals, what this browser keeps), what is done where something does not answer
(storage, files, cameras, other tabs), bytes with the camera off, and what a page may put in (parts, slots, \`components\`, \`onEvent\`). The recording's own code, the player and the later words went to what follows consent.

By part, of the sources in one go, with today's packages, then of 80746cf, minified and gzip (less without it, as above); the style's source grew from 34 to 45 kB beside it:

| part | then | now |
|---|---|---|
| src/ui | 46.2 kB, 14.6 | 62.0 kB, 19.6 |
| src/flow | 38.5 kB, 11.9 | 47.8 kB, 14.8 |
| src/core | 13.1 kB, 4.8 | 16.1 kB, 5.7 |
| src/envelope, src/transport, valibot | 27.8 kB, 7.3 | 29.8 kB, 8.2 |
| all scripts, gzip | 55.6 kB | 67.1 kB |`;

/** @param noticeKb - before the question, gzip.
 * @param assetsKb - after consent, without what is optional, gzip. */
export function growth(noticeKb: number, assetsKb: number): string {
  return [
    `What grew since sizes were first written down by file (of ${BEFORE.commit}, ${BEFORE.day}), gzip:`,
    '',
    '| | then | now |',
    '|---|---|---|',
    `| before the question | ${BEFORE.noticeKb} kB | ${noticeKb.toFixed(1)} kB |`,
    `| after consent, without the optional models | ${BEFORE.assetsKb} kB | ${assetsKb} kB |`,
    '',
    WHY_IT_GREW,
  ].join('\n');
}
