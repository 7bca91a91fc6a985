import { test } from 'vitest';
import type { Look } from '../browser.ts';
import { comeIn, composer, list, rows, thread } from '../console.ts';
import { settled, show } from '../screens.ts';
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

for (const look of LOOKS) {
  test(`screens of the desk: ${named(look)}`, async () => {
    const outside = await world.enter(`${world.url}/`, look);
    await outside.page.locator('.demo-login').first().waitFor();
    await show(outside.page, 'sign-in', look);
    await outside.page.goto(`${world.url}/set-up?token=shown-in-the-terminal`);
    await outside.page.locator('form').waitFor();
    await show(outside.page, 'set-up', look);

    const { page } = await comeIn(world, '周宁', look);
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
    const { page: empty } = await comeIn(world, '沈清', look);
    await empty.goto(`${world.url}/inbox/mine-waiting`);
    await list(empty).locator('.state').first().waitFor();
    await settled(empty);
    await show(empty, 'inbox-empty', look);
  });
}

for (const look of LOOKS) {
  test(`screens of the settings: ${named(look)}`, async () => {
    const { page } = await comeIn(world, '沈清', look);
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
