import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Look } from '../browser.ts';
import { comeIn, composer, openConversation, thread } from '../console.ts';
import { makePicture } from '../files.ts';
import { checkAccess, settled } from '../screens.ts';
import { useWorld } from '../world.ts';

const world = useWorld();

/** Every size, language and theme once; what lies under these is looked at in more looks by the screens. */
const LOOKS: Look[] = [
  { size: 'desktop', language: 'en', theme: 'dark' },
  { size: 'phone', language: 'zh', theme: 'light' },
];

/** Looks at the page once what was just opened stands, then closes it by Esc. */
async function look(page: Page, opened: string, where: string, name: string): Promise<void> {
  const shown = page.locator(opened).filter({ visible: true });
  await shown.first().waitFor();
  await settled(page);
  await checkAccess(page, `${where}: ${name}`);
  await page.keyboard.press('Escape');
  await shown.first().waitFor({ state: 'detached' });
}

const DIALOG = '[role=dialog]';
const POPOVER = '.ant-popover:not(.ant-popover-hidden)';
const MENU = '.ant-dropdown:not(.ant-dropdown-hidden)';

for (const one of LOOKS) {
  const { size, language, theme } = one;
  const where = `${size}, ${language}, ${theme}`;
  const isPhone = size === 'phone';

  test(`axe at the doors: ${where}`, async () => {
    const { page } = await world.enter(`${world.url}/join?token=a-token-of-nobody`, one);
    for (const path of ['/join?token=nobody', '/join', '/reset-password?token=nobody', '/reset-password']) {
      await page.goto(`${world.url}${path}`);
      await page.locator('form, .state').first().waitFor();
      await settled(page);
      await checkAccess(page, `${where}: ${path}`);
      const submit = page.locator('form button[type=submit]');
      if ((await submit.count()) === 0) continue;
      await submit.click();
      await page.locator('.field-error').first().waitFor();
      await checkAccess(page, `${where}: ${path}, with nothing filled in`);
    }
  });

  test(`axe over the inbox: ${where}`, async () => {
    const { page } = await comeIn(world, '王芳', one);
    await page.goto(`${world.url}/inbox/all-open`);
    await page.locator('[data-row]').first().waitFor();
    await page.keyboard.press('Control+k');
    await page.locator('.palette').waitFor();
    await checkAccess(page, `${where}: palette`);
    await page.keyboard.type('林');
    await page.locator('.palette-line').first().waitFor();
    await look(page, '.palette', where, 'palette with hits');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('qqxzqq');
    await page.locator('.palette-empty').waitFor();
    await look(page, '.palette', where, 'palette without hits');
    await page.keyboard.press('?');
    await look(page, DIALOG, where, 'sheet of keys');
    await page.locator('.view-title').click();
    await look(page, MENU, where, 'views');
    await page.locator('.list-sort').click();
    await look(page, MENU, where, 'order');
    await page.locator('.view-title').click();
    await page
      .locator(MENU)
      .getByRole('menuitem', { name: /新建视图|New view/ })
      .click();
    await look(page, DIALOG, where, 'view editor');
    if (!isPhone) {
      await page.locator('.rail-me').click();
      await look(page, MENU, where, 'own menu');
    }

    await openConversation(page, '林晓');
    for (const [key, panel] of [
      ['a', 'assign'],
      ['l', 'tags'],
      ['s', 'snooze'],
      ['t', 'transfer'],
    ] as const) {
      await page.keyboard.press(key);
      const opened = isPhone || panel === 'transfer' ? DIALOG : panel === 'snooze' ? MENU : POPOVER;
      await look(page, opened, where, panel);
    }
    await composer(page).fill('/');
    await page.getByRole('option').first().waitFor();
    await checkAccess(page, `${where}: canned responses`);
    await composer(page).fill('');
    await composer(page).press('Alt+e');
    await look(page, POPOVER, where, 'emoji');
    // Each look sends its own into the same conversation.
    const name = `${size}-${language}.png`;
    await page
      .locator('.composer input[type=file]')
      .setInputFiles({ name, mimeType: 'image/png', buffer: await makePicture('#27ae60') });
    await page.getByText(name).first().waitFor();
    await settled(page);
    await checkAccess(page, `${where}: a file to be sent`);
    await expect.poll(() => page.locator('.composer [role=progressbar]').count()).toBe(0);
    await composer(page).press('Control+Enter');
    await thread(page).getByRole('button', { name }).click();
    await look(page, '.lightbox', where, 'a picture');
    if (isPhone) return;
    await page.getByRole('button', { name: /^(合并客户|Merge)/ }).click();
    await page.locator('.merge-list [role=radio]').first().waitFor();
    await look(page, DIALOG, where, 'merge');
  });

  test(`axe over the settings: ${where}`, async () => {
    const { page } = await comeIn(world, '沈清', one);
    for (const path of [
      'agents/invite',
      'teams/new',
      'canned-responses/new',
      'agents/nobody',
      'teams/nobody',
    ]) {
      await page.goto(`${world.url}/settings/${path}`);
      await look(page, DIALOG, where, path);
    }
    for (const path of ['agents', 'teams', 'canned-responses']) {
      await page.goto(`${world.url}/settings/${path}`);
      await page.locator('.st-table .st-name').last().click();
      await look(page, DIALOG, where, `one of ${path}`);
    }
    await page.goto(`${world.url}/settings/profile`);
    await page
      .getByRole('button', { name: /^(开启|Turn on)/ })
      .last()
      .click();
    await look(page, DIALOG, where, 'second factor');
  });
}
