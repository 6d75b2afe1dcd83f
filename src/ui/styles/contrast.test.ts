import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Edges of controls and cards against what they stand on (WCAG 1.4.11): at least 3 to 1, light and dark. */

const FOLDER = new URL('.', import.meta.url);
const css = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.css'))
  .map((name) => readFileSync(new URL(name, FOLDER), 'utf8'))
  .join('\n');

function coloursOf(name: string): readonly string[] {
  const [, light = '', dark = ''] =
    new RegExp(`--_${name}: var\\(--candor-${name}, light-dark\\((#\\w{6}), (#\\w{6})\\)\\)`).exec(css) ?? [];
  return [light, dark];
}

/** Relative luminance of WCAG 2.2, 0–1. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe('an edge', () => {
  it.each([0, 1])('stands out from the surface (scheme %i)', (scheme) => {
    const [edge, surface] = ['edge', 'surface'].map((name) => coloursOf(name)[scheme] ?? '');
    expect(contrast(edge ?? '', surface ?? '')).toBeGreaterThanOrEqual(3);
  });

  it.each(['candor-way', 'candor-card', 'candor-plain', 'candor-text', 'candor-toggle'])(
    'is what .%s has',
    (name) => {
      const rules = [...css.matchAll(new RegExp(`\\.${name}(?:,[^{]*)? \\{([^}]*)\\}`, 'g'))].map(
        ([, rule]) => rule,
      );
      expect(rules.join('\n')).toMatch(/border(-color)?:[^;]*var\(--_edge\)/);
    },
  );
});
