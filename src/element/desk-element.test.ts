// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { DeskElement } from './desk-element.js';

afterEach(() => document.body.replaceChildren());

const FOLDER = 'https://cdn.example/candor';
const NAMES = ['candor-receipts', 'candor-seller-data'];

/** Made, and told its folder, before anything has defined it. */
const early = new Map(
  NAMES.map((name) => [name, Object.assign(document.createElement(name), { assetsUrl: FOLDER, shelf: 7 })]),
);

function stylesheetOf(element: Element): string | undefined {
  return element.shadowRoot?.querySelector('link')?.href;
}

describe.each(NAMES)('<%s>', (name) => {
  it('takes its stylesheet from the property assetsUrl, also one that was set before it was defined', async () => {
    const element = early.get(name) ?? document.body;
    expect(element).not.toBeInstanceOf(DeskElement);
    await import('./desk-elements.js');
    document.body.append(element);
    expect(element).toBeInstanceOf(DeskElement);
    expect(element.getAttribute('assets-url')).toBe(FOLDER);
    expect(stylesheetOf(element)).toBe(`${FOLDER}/style.css`);
    expect(element).toHaveProperty('shelf', 7);
  });

  it('has the property of what its attribute says, and nothing of one that is absent', async () => {
    await import('./desk-elements.js');
    document.body.innerHTML = `<${name} assets-url="${FOLDER}"></${name}>`;
    const element = document.querySelector<DeskElement>(name);
    expect(element?.assetsUrl).toBe(FOLDER);
    Object.assign(element ?? {}, { assetsUrl: undefined });
    expect(element?.hasAttribute('assets-url')).toBe(false);
  });
});
