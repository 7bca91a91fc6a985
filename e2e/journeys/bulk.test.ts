import { expect, test } from 'vitest';
import { composer, count, list, openConversation, rows, signIn, toast } from '../console.ts';
import { useWorld } from '../world.ts';

const world = useWorld();

test('tags are put on many conversations, and a view of them is kept', async () => {
  const { page } = await signIn(world, '王芳', {}, 'busy');
  await page.goto(`${world.url}/inbox/all-open`);
  await rows(page, '罗天').waitFor();
  await list(page).getByRole('checkbox', { name: '选择 罗天 的会话' }).click();
  await list(page).getByRole('checkbox', { name: '选择 林晓 的会话' }).click();
  const bar = page.getByRole('toolbar', { name: '批量操作' });
  await bar.getByText('已选 2 个').waitFor();
  await bar.getByRole('button', { name: '标签' }).click();
  await page.getByLabel('搜索或新建标签').fill('今日跟进');
  await page.getByLabel('搜索或新建标签').press('Enter');
  await page.getByRole('button', { name: '应用' }).click();
  await toast(page, '已为 2 个会话加标签').waitFor();

  await page.getByRole('button', { name: /^视图：/ }).click();
  await page.getByRole('menuitem', { name: '新建视图' }).click();
  const editor = page.getByRole('dialog', { name: '新建视图' });
  await editor.getByLabel('名称').fill('今天要跟进');
  await editor.getByLabel('标签').fill('今日跟进');
  await editor.getByLabel('标签').press('Enter');
  await editor.getByRole('button', { name: '保存' }).click();
  await page.getByRole('heading', { name: '今天要跟进' }).waitFor();
  await count(list(page).locator('[data-row]'), 2);

  // A tag taken off takes the conversation out of the view.
  await openConversation(page, '罗天');
  await page.keyboard.press('Escape');
  await openConversation(page, '罗天');
  await page.getByRole('button', { name: '标签', exact: true }).click();
  await page.getByRole('checkbox', { name: '今日跟进' }).click();
  await toast(page, '已移除标签：今日跟进').waitFor();
  await page.keyboard.press('Escape');
  await page.reload();
  await count(list(page).locator('[data-row]'), 1);
  await rows(page, '林晓').waitFor();
});

test('a list is put in another order at once, and is found so again', async () => {
  const { page } = await signIn(world, '王芳', {}, 'busy');
  await page.goto(`${world.url}/inbox/all-open`);
  await rows(page, '林晓').waitFor();
  const order = () =>
    list(page)
      .locator('[data-row]')
      .evaluateAll((found) => found.map((row) => row.getAttribute('data-row')));
  const before = await order();
  const choose = async (name: string) => {
    await page.getByRole('button', { name: /^排序/ }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  await choose('最近活动在前');
  await expect.poll(order).not.toEqual(before);
  expect(await page.getByRole('dialog').count()).toBe(0);
  const newest = await order();
  expect([...newest].sort()).toEqual([...before].sort());
  await page.reload();
  await expect.poll(order).toEqual(newest);
  await choose('等待最久在前');
  await expect.poll(order).toEqual(before);
});

test('many are resolved at once and taken back with one undo', async () => {
  const { page } = await signIn(world, '王芳', {}, 'busy');
  await page.goto(`${world.url}/inbox/all-open`);
  await rows(page, '林晓').waitFor();
  const before = await list(page).locator('[data-row]').count();
  await list(page).getByRole('checkbox', { name: '选择 罗天 的会话' }).click();
  await list(page).getByRole('checkbox', { name: '选择 林晓 的会话' }).click();
  await page.getByRole('toolbar').getByRole('button', { name: '解决' }).click();
  await toast(page, '已解决 2 个会话').waitFor();
  await page.goto(`${world.url}/inbox/all-resolved`);
  await rows(page, '罗天').waitFor();
  await page.goto(`${world.url}/inbox/all-open`);
  await expect.poll(() => list(page).locator('[data-row]').count()).toBe(before - 2);

  await list(page).getByRole('checkbox', { name: '选择 Amy Chen 的会话' }).click();
  await page.getByRole('toolbar').getByRole('button', { name: '解决' }).click();
  await toast(page, '已解决 1 个会话').getByRole('button', { name: '撤销' }).click();
  await openConversation(page, 'Amy Chen');
  await page.getByRole('button', { name: '解决' }).first().waitFor();
  await composer(page).waitFor();
});
