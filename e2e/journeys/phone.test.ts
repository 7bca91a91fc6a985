import { expect, test } from 'vitest';
import { composer, list, rows, signIn, thread } from '../console.ts';
import { bubbles, field, panel, say, visitShop } from '../shopper.ts';
import { useWorld } from '../world.ts';

const world = useWorld();

test('on a phone an agent sees one pane at a time, and answers', async () => {
  const { page: shopper } = await visitShop(world, { size: 'phone' });
  const { page } = await signIn(world, '周宁', { size: 'phone' });
  await say(shopper, '手机上问一句');
  await rows(page, '手机上问一句').click();
  await composer(page).waitFor();
  expect(await list(page).isVisible()).toBe(false);
  await composer(page).fill('手机上答一句');
  await page.getByRole('button', { name: '发送', exact: true }).click();
  await thread(page).getByText('手机上答一句').waitFor();
  await bubbles(shopper, '手机上答一句').waitFor();

  await page.getByRole('button', { name: '返回列表' }).click();
  await list(page).waitFor();
  expect(await composer(page).count()).toBe(0);
  const width = await page.evaluate('document.documentElement.scrollWidth');
  expect(width, 'nothing wider than the screen').toBeLessThanOrEqual(390);
});

test('on a phone the chat fills the screen and is left again', async () => {
  const { page } = await visitShop(world, { size: 'phone' });
  const box = await panel(page).boundingBox();
  expect(box).toMatchObject({ x: 0, y: 0, width: 390, height: 844 });
  await field(page).fill('能用花呗吗');
  await panel(page).getByRole('button', { name: '发送' }).click();
  await bubbles(page, '能用花呗吗').waitFor();
  await panel(page).getByRole('button', { name: '关闭聊天' }).click();
  await expect.poll(() => panel(page).isVisible()).toBe(false);
});
