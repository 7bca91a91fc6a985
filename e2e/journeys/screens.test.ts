import type { Me } from '@xiaoer/contracts';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Look } from '../browser.ts';
import { callApi, composer, list, pressDemoLogin, rows, thread } from '../console.ts';
import { show } from '../screens.ts';
import { field, openChat, panel } from '../shopper.ts';
import { useWorld } from '../world.ts';

const world = useWorld();

// By language first: a change of it is an entry in the audit that is pictured.
const ALL: Look[] = (['zh', 'en'] as const).flatMap((language) =>
  (['desktop', 'phone'] as const).flatMap((size) =>
    (['light', 'dark'] as const).map((theme) => ({ size, language, theme })),
  ),
);
/** Every size, language and theme, and each screen in light and dark; pictures are wanted of all eight. */
const SOME: Look[] = [
  { size: 'desktop', language: 'zh', theme: 'light' },
  { size: 'desktop', language: 'en', theme: 'dark' },
  { size: 'phone', language: 'en', theme: 'light' },
  { size: 'phone', language: 'zh', theme: 'dark' },
];
const LOOKS = process.env.UPDATE_SCREENS === '1' ? ALL : SOME;
const named = ({ size, language, theme }: Look) => `${size}, ${language}, ${theme}`;
const SETTINGS = ['profile', 'agents', 'teams', 'canned-responses', 'widget', 'audit', 'log'];

/** What has been asked for has come: no skeleton, no wait, pictures and fonts there. */
async function settled(page: Page): Promise<void> {
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

/**
 * Signs in with a demo button. The theme is the system's; the language is the person's, and changed only
 * where it differs, so that the audit pictured is not full of that. Busy: the story's waiting conversations
 * stay where they are for the next picture.
 */
async function comeIn(name: string, { size, language, theme }: Look) {
  const person = await world.enter(`${world.url}/`, { size, language, theme });
  await pressDemoLogin(person.page, name);
  const wanted = language === 'zh' ? 'zh-CN' : 'en';
  const { preferences } = await callApi<Me>(person, world.url, 'GET', '/me');
  if (preferences.language !== wanted)
    await callApi(person, world.url, 'PATCH', '/me', { preferences: { language: wanted } });
  await callApi(person, world.url, 'PUT', '/me/presence', { presence: 'busy' });
  return person;
}

for (const look of LOOKS) {
  test(`screens of the desk: ${named(look)}`, async () => {
    const outside = await world.enter(`${world.url}/`, look);
    await outside.page.locator('.demo-login').first().waitFor();
    await show(outside.page, 'sign-in', look);
    await outside.page.goto(`${world.url}/set-up?token=shown-in-the-terminal`);
    await outside.page.locator('form').waitFor();
    await show(outside.page, 'set-up', look);

    const { page } = await comeIn('周宁', look);
    await page.goto(`${world.url}/inbox/all-open`);
    await rows(page, '罗天').waitFor();
    await settled(page);
    await show(page, 'inbox', look);
    await rows(page, '林晓').click();
    await thread(page).getByText('同批次本周第 3 例泛红').waitFor();
    await composer(page).waitFor();
    await settled(page);
    await show(page, 'conversation', look);
    await page.goto(`${world.url}/customers`);
    await page.getByText('何静').first().waitFor();
    await settled(page);
    await show(page, 'customers', look);

    // Who answers no shop's customers yet has an empty desk.
    const { page: empty } = await comeIn('沈清', look);
    await empty.goto(`${world.url}/inbox/mine-waiting`);
    await list(empty).locator('.state').first().waitFor();
    await settled(empty);
    await show(empty, 'inbox-empty', look);
  });
}

for (const look of LOOKS) {
  test(`screens of the settings: ${named(look)}`, async () => {
    const { page } = await comeIn('沈清', look);
    for (const name of SETTINGS) {
      await page.goto(`${world.url}/settings/${name}`);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await settled(page);
      await show(page, `settings-${name}`, look);
    }
  });
}

// The shop last: every guest is a new customer.
for (const look of LOOKS) {
  test(`screens of the shop: ${named(look)}`, async () => {
    const { language, theme } = look;
    const { page } = await world.enter(
      `${world.url}/shop?language=${language}&theme=${theme}&as=guest`,
      look,
    );
    await settled(page);
    await show(page, 'shop', look);
    await openChat(page);
    await settled(page);
    await show(page, 'widget-home', look);

    // 林晓 has her conversation; the pictures of it change nothing but the read mark.
    const { page: known } = await world.enter(
      `${world.url}/shop?language=${language}&theme=${theme}&as=lin-xiao`,
      look,
    );
    await openChat(known);
    await panel(known).getByText('我是售后专员周宁').waitFor();
    await field(known).waitFor();
    await settled(known);
    await show(known, 'widget-chat', look);
  });
}
