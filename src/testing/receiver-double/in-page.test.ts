import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { answerInPage } from './in-page.js';

const ENDPOINT = 'https://docs.example/live-demo/receiver';

afterEach(() => vi.unstubAllGlobals());

describe('a receiver in the page', () => {
  it('answers what is below its address, and lets nothing else alone or out', async () => {
    const network = vi.fn(async () => new Response('from the network'));
    vi.stubGlobal('fetch', network);
    await answerInPage(ENDPOINT);
    const discovery = await (await fetch(`${ENDPOINT}/.well-known/candor`)).json();
    expect(discovery).toMatchObject({ version: 1, maxAttempts: 5 });
    const optOut = { alternative: 'video-call', locale: 'en' };
    const headers = { 'Content-Type': 'application/json' };
    const told = await fetch(`${ENDPOINT}/opt-outs`, {
      method: 'POST',
      headers,
      body: JSON.stringify(optOut),
    });
    expect(await told.json()).toMatchObject({ alternative: 'video-call' });
    expect(network).not.toHaveBeenCalled();
    expect(await (await fetch(`${ENDPOINT}-of-others/x`)).text()).toBe('from the network');
  });

  it('is made of nothing that only Node has', () => {
    const beside = readdirSync(import.meta.dirname).filter(
      (file) => !['listen.ts', 'receiver-double.ts'].includes(file) && !file.endsWith('.test.ts'),
    );
    expect(beside).toContain('answers.ts');
    for (const file of beside)
      expect(readFileSync(`${import.meta.dirname}/${file}`, 'utf8'), file).not.toMatch(/node:|Buffer/);
  });
});
