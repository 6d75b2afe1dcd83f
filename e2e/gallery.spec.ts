import { expect } from '@playwright/test';
import { Widget } from '../tools/lab/widget.js';
import { test } from './support/candor-test.js';
import { ALL_VIEWS, faultsOn } from './support/look.js';

/** Four brands that are made of variables, parts and slots alone: as readable as our own look, and both answers alike in each. */

const BRANDS = ['round', 'square', 'night', 'serif'] as const;

for (const view of ALL_VIEWS) {
  const [width, colorScheme] = view;
  test(`axe finds nothing in the gallery, contrast included, ${width} px, ${colorScheme}`, async ({
    launchWith,
    sites,
  }) => {
    const open = await launchWith({ clip: null });
    const { page } = await open(`${sites.demo}/gallery`);
    for (const brand of BRANDS) await new Widget(page, `.brand-${brand}`).expectState('notice');
    // A colour that is on its way to another would be judged for neither.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const pictures = process.env.CANDOR_GALLERY_PICTURES;
    expect(await faultsOn(page, { name: 'gallery', root: '.gallery', pictures, views: [view] })).toEqual([]);
  });
}

test('each brand looks its own, and both of its answers are the same', async ({ launchWith, sites }) => {
  const open = await launchWith({ clip: null });
  const { page } = await open(`${sites.demo}/gallery`);
  const looks = new Set<string>();
  for (const brand of BRANDS) {
    const widget = new Widget(page, `.brand-${brand}`);
    await widget.expectState('notice');
    const answers = await widget.root.locator('.candor-face').evaluateAll((faces) =>
      faces.map((face) => {
        const { width, height } = face.getBoundingClientRect();
        const { color, backgroundColor, borderTopLeftRadius, fontFamily, textTransform } =
          getComputedStyle(face);
        const size = `${Math.round(width)} × ${Math.round(height)}`;
        return [size, color, backgroundColor, borderTopLeftRadius, fontFamily, textTransform].join(' | ');
      }),
    );
    expect(answers).toHaveLength(2);
    expect(answers[0], brand).toBe(answers[1]);
    looks.add(answers[0] ?? '');
  }
  expect(looks.size).toBe(BRANDS.length);
});
