import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWidgetPage, type WidgetPage } from '../support/widget-page.fixture.js';

/** The two answers to the notice, as a browser draws them (requirement L-02): a no may not look smaller, paler or longer than
 * a yes. */

const PICTURES = process.env.CANDOR_EQUALITY_PICTURES;
const WIDTHS_PX = [320, 390, 1_280] as const;
const ZOOM = 2;

let site: WidgetPage;

beforeAll(async () => {
  site = await startWidgetPage({
    exports: {
      SellerVerification: 'src/ui/SellerVerification.tsx',
      createRoot: 'node_modules/react-dom/client.js',
      createElement: 'node_modules/react/index.js',
    },
    script:
      "candor.createRoot(document.querySelector('#root')).render(candor.createElement(candor.SellerVerification, options));",
  });
});
afterAll(() => site.close());

/** One answer as it is drawn. */
interface Drawn {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Family, size and weight, of both of its lines. */
  readonly font: string;
  /** Lowest of its lines against what it stands on, to 1. */
  readonly contrast: number;
  readonly tag: string;
}

function drawn(button: Element): Drawn {
  type Colour = readonly [red: number, green: number, blue: number, alpha: number];
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (canvas === null) throw new Error('there is no canvas');
  // The browser's own reading of any colour, the system's too.
  const colourOf = (css: string): Colour => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = css;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha];
  };
  const groundOf = (element: Element | null): Colour => {
    if (element === null) return colourOf('Canvas');
    const colour = colourOf(getComputedStyle(element).backgroundColor);
    return colour[3] === 0 ? groundOf(element.parentElement) : colour;
  };
  const luminance = ([red, green, blue]: Colour): number => {
    const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrastOf = (line: Element): number => {
    const [dark = 0, light = 0] = [colourOf(getComputedStyle(line).color), groundOf(line)]
      .map(luminance)
      .toSorted((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const lines = [...button.querySelectorAll('span')];
  const { width, height } = button.getBoundingClientRect();
  const fontOf = (line: Element): string => {
    const { fontFamily, fontSize, fontWeight, opacity } = getComputedStyle(line);
    return [fontFamily, fontSize, fontWeight, opacity].join(' ');
  };
  return {
    widthPx: width,
    heightPx: height,
    font: lines.map(fontOf).join(' / '),
    contrast: Math.min(...lines.map(contrastOf)),
    tag: `${button.tagName} ${button.className}`,
  };
}

interface Circumstance {
  readonly name: string;
  readonly widthPx: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: 'active';
  readonly zoom?: number;
  readonly direction?: 'rtl';
}

const CIRCUMSTANCES: readonly Circumstance[] = WIDTHS_PX.flatMap((widthPx) => [
  { name: 'light', widthPx },
  { name: 'dark', widthPx, colorScheme: 'dark' as const },
  { name: 'forced colours', widthPx, forcedColors: 'active' as const },
  { name: '200 % zoom', widthPx, zoom: ZOOM },
  { name: 'right to left', widthPx, direction: 'rtl' as const },
]);

async function open(options: Record<string, string> = {}): Promise<Page> {
  const opened = await site.open(options, { viewport: { width: 390, height: 844 } });
  await opened.locator('[data-state="notice"]').waitFor();
  return opened;
}

/** A browser that is zoomed has as many fewer pixels of the page's own. What is drawn from right to left is drawn so by the
 * direction alone, whatever the language. */
async function arrange(opened: Page, circumstance: Circumstance): Promise<void> {
  const { widthPx, zoom = 1, colorScheme = 'light', forcedColors = 'none', direction = 'ltr' } = circumstance;
  await opened.setViewportSize({ width: Math.round(widthPx / zoom), height: 844 });
  await opened.emulateMedia({ colorScheme, forcedColors });
  await opened.locator('[data-state]').evaluate((root, dir) => root.setAttribute('dir', dir), direction);
}

const answer = (on: Page, action: 'consent' | 'opt-out') => on.locator(`[data-action="${action}"]`).first();

describe('declining beside agreeing', () => {
  it('is as large, as strong and as plain, wherever it is drawn', async () => {
    const rows: Record<string, string | number>[] = [];
    const opened = await open();
    for (const circumstance of CIRCUMSTANCES) {
      await arrange(opened, circumstance);
      const no = await answer(opened, 'opt-out').evaluate(drawn);
      const yes = await answer(opened, 'consent').evaluate(drawn);
      const name = `${circumstance.widthPx} px, ${circumstance.name}`;
      if (PICTURES !== undefined) {
        const path = `${PICTURES}/${name.replaceAll(/\W+/g, '-')}.png`;
        await opened.screenshot({ path, fullPage: true });
      }
      rows.push({
        '': name,
        'width, px': Math.abs(no.widthPx - yes.widthPx),
        'height, px': Math.abs(no.heightPx - yes.heightPx),
        font: no.font === yes.font ? 'same' : `${no.font} | ${yes.font}`,
        contrast: Math.abs(no.contrast - yes.contrast),
        'contrast of both': `${no.contrast.toFixed(1)} ${yes.contrast.toFixed(1)}`,
        component: no.tag === yes.tag ? 'same' : `${no.tag} | ${yes.tag}`,
      });
      expect(no, name).toMatchObject({ font: yes.font, tag: yes.tag });
      expect(Math.abs(no.widthPx - yes.widthPx), name).toBeLessThanOrEqual(1);
      expect(Math.abs(no.heightPx - yes.heightPx), name).toBeLessThanOrEqual(1);
      expect(Math.abs(no.contrast - yes.contrast), name).toBeLessThanOrEqual(0.5);
      expect(Math.min(no.contrast, yes.contrast), name).toBeGreaterThanOrEqual(4.5);
    }
    await opened.context().close();
    console.table(rows);
  });

  it.each([
    ['decline-first', ['opt-out', 'consent']],
    ['agree-first', ['consent', 'opt-out']],
  ] as const)(
    'comes in the order that the host wants (%s), to the eye and to the keyboard',
    async (answerOrder, wanted) => {
      const opened = await open({ answerOrder });
      for (const widthPx of WIDTHS_PX) {
        await arrange(opened, { name: answerOrder, widthPx });
        const bar = opened.locator('.candor-asking .candor-bar [data-action]');
        expect(await bar.evaluateAll((all) => all.map((one) => one.getAttribute('data-action')))).toEqual(
          wanted,
        );
        const [first, second] = await Promise.all([bar.nth(0).boundingBox(), bar.nth(1).boundingBox()]);
        if (first === null || second === null) throw new Error('both answers are drawn');
        expect(second.y > first.y || second.x > first.x, `${widthPx} px`).toBe(true);
        const [no, yes] = await Promise.all([
          answer(opened, 'opt-out').evaluate(drawn),
          answer(opened, 'consent').evaluate(drawn),
        ]);
        expect(no).toEqual(yes);
      }
      await opened.context().close();
    },
  );

  it('takes one click, as agreeing does', async () => {
    for (const [action, state] of [
      ['opt-out', 'opted-out'],
      ['consent', 'permission'],
    ] as const) {
      const opened = await open();
      await answer(opened, action).click();
      await opened.locator('[data-state]:not([data-state="notice"])').waitFor();
      if (action === 'opt-out') await opened.locator(`[data-state="${state}"]`).waitFor();
      await opened.context().close();
    }
  });
});
