import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import {
  composer,
  count,
  followTo,
  openConversation,
  reply,
  rows,
  signIn,
  thread,
  toast,
} from '../console.ts';
import { makePicture } from '../files.ts';
import { bubbles, field, panel, say, visitShop } from '../shopper.ts';
import { useWorld } from '../world.ts';

const world = useWorld();

/** The picture has come and could be read, not only its frame. */
const isPainted = (picture: Locator) =>
  expect
    .poll(() =>
      picture.locator('img').evaluate((image) => 'naturalWidth' in image && Number(image.naturalWidth)),
    )
    .toBeGreaterThan(0);

/** Makes room for the next: who has as many as they can take is given no more. */
async function resolve(agent: Page): Promise<void> {
  await agent.getByRole('button', { name: '解决', exact: true }).click();
  await toast(agent, '已解决').waitFor();
}

test('a shopper asks, an agent answers, and both see all of it', async () => {
  const { page: agent } = await signIn(world, '周宁');
  const { page: shopper } = await visitShop(world);
  const question = '请问玻尿酸面膜几天用一次？';

  await say(shopper, question);
  await rows(agent, question).first().waitFor();
  await expect.poll(() => panel(shopper).locator('.bar-who').innerText()).toContain('周宁');
  await openConversation(agent, question);
  await agent.getByText('我接待').waitFor();

  await field(shopper).pressSequentially('还有', { delay: 30 });
  await agent.locator('.collision-customer').waitFor();
  await field(shopper).fill('');

  await composer(agent).fill('/退');
  await agent.getByRole('listbox').getByText('退货地址与流程').waitFor();
  await composer(agent).press('Enter');
  await expect.poll(() => composer(agent).inputValue()).toContain('七天无理由退货');
  await composer(agent).press('Control+Enter');
  await bubbles(shopper, '七天无理由退货').waitFor();
  await agent.locator('.group-mark.is-read').waitFor();

  await expect.poll(() => panel(shopper).getByText('已读').count()).toBe(1);

  await composer(agent).pressSequentially('面膜', { delay: 30 });
  await panel(shopper).getByText('周宁正在输入').first().waitFor();
  await composer(agent).fill('');
  await resolve(agent);
});

test('pictures go both ways', async () => {
  const { page: agent } = await signIn(world, '周宁');
  const { page: shopper } = await visitShop(world);
  await say(shopper, '瓶身有裂痕，请看照片');
  await openConversation(agent, '瓶身有裂痕');

  await panel(shopper)
    .locator('input[type=file]')
    .setInputFiles({ name: '裂痕.png', mimeType: 'image/png', buffer: await makePicture('#c0392b') });
  await panel(shopper).getByText('已上传').waitFor();
  await field(shopper).press('Enter');
  const received = thread(agent).getByRole('button', { name: '查看图片 裂痕.png' });
  await received.waitFor();
  await isPainted(received);

  await agent
    .locator('.composer input[type=file]')
    .setInputFiles({ name: '新瓶.png', mimeType: 'image/png', buffer: await makePicture('#27ae60') });
  await agent.getByRole('button', { name: '移除 新瓶.png' }).waitFor();
  await composer(agent).fill('补发的一瓶是这样的');
  await expect.poll(() => agent.getByText(/上传中/).count()).toBe(0);
  await composer(agent).press('Control+Enter');
  const sent = panel(shopper).getByRole('button', { name: '查看图片 新瓶.png' });
  await sent.waitFor();
  await isPainted(sent);
  await sent.click();
  await shopper.getByRole('button', { name: '关闭图片' }).waitFor();
  await resolve(agent);
});

test('a note reaches the colleague it names and never the shopper', async () => {
  const { page: agent } = await signIn(world, '周宁');
  const { page: shopper } = await visitShop(world);
  await say(shopper, '积分什么时候到账？');
  await openConversation(agent, '积分什么时候到账');

  await agent.getByRole('button', { name: '备注', exact: true }).click();
  await composer(agent).pressSequentially('@王');
  await agent.getByRole('option', { name: /王芳/ }).waitFor();
  await composer(agent).press('Enter');
  await composer(agent).pressSequentially('老客，积分可以先手动补');
  await composer(agent).press('Control+Enter');
  await thread(agent).getByText('积分可以先手动补').waitFor();

  // What comes later has come, so the note would have too.
  await agent.getByRole('button', { name: '回复', exact: true }).click();
  await composer(agent).fill('今天之内到账');
  await composer(agent).press('Control+Enter');
  await bubbles(shopper, '今天之内到账').waitFor();
  expect(await panel(shopper).innerText()).not.toContain('手动补');

  const { page: lead } = await signIn(world, '王芳', {}, 'busy');
  await followTo(lead, agent);
  await thread(lead).getByText('@王芳').waitFor();

  await shopper.reload();
  await bubbles(shopper, '今天之内到账').waitFor();
  await bubbles(shopper, '积分什么时候到账').waitFor();
  expect(await panel(shopper).innerText()).not.toContain('手动补');
});

test('a conversation is handed over with the reason, resolved, and comes back when the shopper writes', async () => {
  const { page: agent } = await signIn(world, '周宁');
  const { page: shopper } = await visitShop(world);
  await say(shopper, '想换成大瓶装');
  await openConversation(agent, '想换成大瓶装');
  const { page: emma } = await signIn(world, 'Emma Li');
  await followTo(emma, agent);

  await agent.getByRole('button', { name: '转接', exact: true }).click();
  const dialog = agent.getByRole('dialog', { name: '转接会话' });
  await dialog.getByRole('combobox').fill('English');
  await agent.locator('.ant-select-item-option', { hasText: 'English desk' }).waitFor();
  await dialog.getByRole('combobox').press('Enter');
  await dialog.getByLabel('原因').fill('顾客改用英文咨询');
  await dialog.getByRole('button', { name: '转接' }).click();
  // Handed to a team of others it is out of this agent's sight, and not asked for again: that would be a 404.
  await toast(agent, 'English desk').waitFor();
  await count(rows(agent, '想换成大瓶装'), 0);

  await thread(emma).getByText('顾客改用英文咨询').waitFor();
  await expect.poll(() => panel(shopper).locator('.bar-who').innerText()).toContain('Emma Li');
  expect(await panel(shopper).innerText()).not.toContain('改用英文');
  await reply(emma, 'Sure, I will change it for you');
  await bubbles(shopper, 'I will change it').waitFor();
  await emma.getByRole('button', { name: 'Resolve', exact: true }).click();
  await panel(shopper).getByText('会话已结束', { exact: true }).first().waitFor();

  await say(shopper, '再问一句，运费谁出？');
  await rows(emma, '再问一句').first().click();
  await thread(emma).getByText('想换成大瓶装').waitFor();
  await count(thread(emma).getByText('再问一句，运费谁出？'), 1);
});
