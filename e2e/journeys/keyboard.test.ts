import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { composer, count, list, openConversation, signIn, thread, toast } from '../console.ts';
import { useWorld } from '../world.ts';

const world = useWorld();
const openId = (page: Page) => page.url().split('/').at(-1) ?? '';

/** Tabs on until the focused element has this name; every control must be reached so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    const words = (await focused.getAttribute('aria-label')) ?? (await focused.innerText());
    if (name.test(words)) return;
    seen.push(words.slice(0, 20));
  }
  throw new Error(`Tab never reached ${name}, only ${seen.join(' | ')}`);
}

test('an agent signs in and works without a mouse', async () => {
  const person = await world.enter(`${world.url}/`);
  const { page } = person;
  await page.getByLabel('邮箱').waitFor();
  expect(await page.locator(':focus').getAttribute('type')).toBe('email');
  await page.keyboard.type('agent@demo.test');
  await page.keyboard.press('Tab');
  await page.keyboard.type('xiaoer-demo');
  await page.keyboard.press('Enter');
  await list(page).waitFor();
  await list(page).locator('[data-row]').nth(1).waitFor();

  // J and K move, and the next conversation is open at once.
  await page.keyboard.press('j');
  await page.waitForURL(/inbox\/mine-waiting\/.+/);
  const first = openId(page);
  await page.keyboard.press('j');
  await expect.poll(() => openId(page)).not.toBe(first);
  await page.keyboard.press('k');
  await expect.poll(() => openId(page)).toBe(first);
  await composer(page).waitFor();

  await page.keyboard.press('r');
  await count(page.locator('.composer textarea:focus'), 1);
  await page.keyboard.type('键盘写的回复');
  await page.keyboard.press('Control+Enter');
  await thread(page).getByText('键盘写的回复').waitFor();
  await page.keyboard.press('Escape');

  await page.keyboard.press('n');
  await page.keyboard.type('键盘写的备注');
  await page.keyboard.press('Control+Enter');
  await thread(page).locator('.is-note').getByText('键盘写的备注').waitFor();
  await page.keyboard.press('Escape');

  await page.keyboard.press('a');
  await page.getByLabel('搜索同事').waitFor();
  await page.keyboard.type('王芳');
  await page.keyboard.press('Enter');
  await toast(page, '已分配给 王芳').waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText('我接待').waitFor();
});

test('conversations are put aside, resolved and taken back by keys', async () => {
  const { page } = await signIn(world, '周宁', {}, 'busy');
  await page.goto(`${world.url}/inbox/mine-open`);
  await list(page).locator('[data-row]').first().waitFor();
  await page.keyboard.press('j');
  await composer(page).waitFor();
  await page.keyboard.press('s');
  const first = page.getByRole('menuitem').first();
  await first.waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await toast(page, '已放到稍后').waitFor();
  await page.keyboard.press('Control+z');
  await toast(page, '已放到稍后').waitFor({ state: 'detached' });

  await page.goto(`${world.url}/inbox/mine-open`);
  await list(page).locator('[data-row]').first().waitFor();
  await page.keyboard.press('j');
  await composer(page).waitFor();
  const id = openId(page);
  await page.keyboard.press('e');
  await toast(page, '已解决').waitFor();
  await page.keyboard.press('Control+z');
  await toast(page, '已解决').waitFor({ state: 'detached' });
  await page.goto(`${world.url}/inbox/mine-open/${id}`);
  await page.getByRole('button', { name: '解决' }).first().waitFor();
});

test('search, palette and the sheet of keys', async () => {
  const { page } = await signIn(world, '周宁', {}, 'busy');
  await page.keyboard.press('/');
  await page.keyboard.type('泛红');
  const hit = list(page).locator('button.hit').first();
  await hit.waitFor();
  expect(await hit.innerText()).toContain('泛红');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await thread(page).getByText('泛红').first().waitFor();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: '搜索与命令' });
  await palette.waitFor();
  await page.keyboard.type('个人资料');
  await palette.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/settings\/profile/);
  await page.getByRole('heading', { name: '个人资料' }).first().waitFor();

  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: '快捷键' });
  await sheet.waitFor();
  expect(await sheet.innerText()).toContain('下一个会话');
  await page.keyboard.press('Escape');
  await count(sheet, 0);
});

test('what is typed into the palette decides, whatever was found for half of it', async () => {
  const { page } = await signIn(world, '周宁', {}, 'busy');
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: '搜索与命令' });
  // Half a word finds messages of its own, and slowly typed they are on screen before the rest.
  await page.keyboard.type('个');
  await palette.locator('[role=option]').filter({ hasText: '个' }).first().waitFor();
  await page.waitForTimeout(600);
  await page.keyboard.type('人资料');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/settings\/profile/);
});

test('small panels open and close as fast as keys are pressed, and leave the conversation open', async () => {
  const { page } = await signIn(world, '王芳', {}, 'busy');
  await page.goto(`${world.url}/inbox/all-open`);
  await openConversation(page, '林晓');
  const panel = page
    .locator('.ant-popover:not(.ant-popover-hidden), .ant-dropdown:not(.ant-dropdown-hidden)')
    .filter({ visible: true });
  for (let round = 0; round < 6; round++)
    for (const key of ['a', 'l', 's']) {
      await page.keyboard.press(key);
      await panel.first().waitFor();
      await page.keyboard.press('Escape');
      await count(panel, 0);
    }
  await composer(page).waitFor();
});

test('the palette finds every page of the settings, by its name and by what is set there', async () => {
  const { page } = await signIn(world, '沈清', {}, 'offline');
  await page.goto(`${world.url}/settings`);
  const navigation = page.getByRole('navigation', { name: '设置' });
  await navigation.getByRole('link').first().waitFor();
  const pages = await navigation.getByRole('link').allInnerTexts();
  expect(pages).toContain('搁置的事件');
  const found = async (typed: string) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(typed);
    const options = page.getByRole('dialog', { name: '搜索与命令' }).getByRole('option');
    await options.first().waitFor();
    const words = await options.allInnerTexts();
    await page.keyboard.press('Escape');
    return words.filter((one) => one.startsWith('设置 · ')).map((one) => one.replace('设置 · ', ''));
  };
  expect(await found('设置 ·')).toEqual(pages);
  for (const name of pages) expect(await found(name)).toContain(name);
  expect(await found('两步验证')).toEqual(['个人资料']);
  expect(await found('营业时间')).toEqual(['网页聊天']);

  // Who may not see a page is not led to it.
  const { page: agent } = await signIn(world, '周宁', {}, 'busy');
  await agent.keyboard.press('Control+k');
  await agent.keyboard.type('设置 ·');
  const options = agent.getByRole('dialog', { name: '搜索与命令' }).getByRole('option');
  await options.first().waitFor();
  expect(await options.allInnerTexts()).not.toContain('设置 · 搁置的事件');
});

test('focus is seen wherever Tab takes it', async () => {
  const { page } = await signIn(world, '周宁', {}, 'busy');
  await tabTo(page, /^设置$/);
  expect(
    await page.evaluate('getComputedStyle(document.activeElement).outlineStyle'),
    'a visible mark of focus',
  ).toBe('solid');
});
