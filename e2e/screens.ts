import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect } from 'vitest';
import type { Look } from './browser.ts';

const FOLDER = fileURLToPath(new URL('../docs/screens/', import.meta.url));
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const COLOURS = 128;

type Finding = { id: string; impact: string | null; nodes: { target: string[]; failureSummary?: string }[] };

/** Fails when axe finds anything serious or critical on the page; open shadow roots are looked into. */
export async function checkAccess(page: Page, where: string): Promise<void> {
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as {
    violations: Finding[];
  };
  const bad = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const told = bad.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 4)
        .map((node) => `${node.target.join(' ')} (${node.failureSummary?.split('\n')[1]?.trim() ?? ''})`)
        .join('; ')}`,
  );
  expect.soft(told, `axe at ${where}`).toEqual([]);
}

/** Looks at a screen with axe and, with UPDATE_SCREENS=1, saves it as docs/screens/NAME-SIZE-LANGUAGE-THEME.png. */
export async function show(page: Page, name: string, { size, language, theme }: Look): Promise<void> {
  const where = `${name}-${size}-${language}-${theme}`;
  await checkAccess(page, where);
  if (process.env.UPDATE_SCREENS !== '1') return;
  mkdirSync(FOLDER, { recursive: true });
  const shot = await page.screenshot({ caret: 'hide', animations: 'disabled' });
  await sharp(shot).png({ palette: true, colours: COLOURS, effort: 10 }).toFile(`${FOLDER}${where}.png`);
}

/** What has been asked for has come: no skeleton, no wait, pictures and fonts there. */
export async function settled(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page
        .locator('.skeleton, .skeleton-rows, .shell-wait:empty, [aria-busy="true"]')
        .filter({ visible: true })
        .count(),
    )
    .toBe(0);
  await page.waitForLoadState('networkidle');
  await page.evaluate('document.fonts.ready.then(() => null)');
}
