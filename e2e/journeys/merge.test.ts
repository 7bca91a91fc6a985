import { expect, test } from 'vitest';
import { count, openConversation, rows, signIn, toast } from '../console.ts';
import { bubbles, say, visitShop } from '../shopper.ts';
import { useWorld } from '../world.ts';

const world = useWorld();

test('two customers who are one are merged, and taken apart again', async () => {
  const { page: shopper } = await visitShop(world, {}, '?as=guest');
  await say(shopper, '忘了登录，我是姚磊，帮我查积分');
  const { page } = await signIn(world, '王芳', {}, 'busy');
  await page.goto(`${world.url}/inbox/all-open`);
  const row = rows(page, '忘了登录');
  await row.waitFor();
  const visitor = /访客 \w{4}/.exec(await row.innerText())?.[0] ?? '';
  expect(visitor, 'the row names a visitor without a name').not.toBe('');

  await page.goto(`${world.url}/customers`);
  const table = page.getByRole('table');
  const person = (name: string) => table.getByRole('button', { name });
  await person(visitor).waitFor();
  await person('姚磊').click();
  const past = page.locator('.past');
  await past.locator('.past-line').first().waitFor();
  const conversationsBefore = await past.locator('.past-line').count();
  await page.getByRole('button', { name: '合并客户' }).click();
  const dialog = page.getByRole('dialog', { name: '合并到 姚磊' });
  await expect.poll(() => dialog.getByRole('button', { name: '合并', exact: true }).isDisabled()).toBe(true);
  await dialog.getByRole('radio', { name: visitor }).click();
  await dialog.getByRole('button', { name: '合并', exact: true }).click();
  await toast(page, `已并入 ${visitor}`).waitFor();
  await count(person(visitor), 0);
  await count(past.locator('.past-line'), conversationsBefore + 1);

  await toast(page, `已并入 ${visitor}`).getByRole('button', { name: '撤销' }).click();
  await toast(page, '已撤销').waitFor();
  await person(visitor).waitFor();
  await count(past.locator('.past-line'), conversationsBefore);

  // The visitor writes on as if nothing had been.
  await say(shopper, '还在吗');
  await page.goto(`${world.url}/inbox/all-open`);
  await rows(page, '还在吗').filter({ hasText: visitor }).waitFor();
  await openConversation(page, '还在吗');
  await bubbles(shopper, '忘了登录').waitFor();
});
