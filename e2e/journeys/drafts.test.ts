import { expect, test } from 'vitest';
import { composer, count, followTo, openConversation, reply, rows, signIn, thread } from '../console.ts';
import { useWorld } from '../world.ts';

const world = useWorld();

test('an unfinished answer survives switching, reloading and another machine', async () => {
  const first = await signIn(world, '周宁');
  const { page } = first;
  await openConversation(page, '照片一会儿发');
  await composer(page).fill('A 醇建议停用');
  await openConversation(page, '罗天');
  expect(await composer(page).inputValue()).toBe('');
  await rows(page, '[草稿]').filter({ hasText: 'A 醇建议停用' }).waitFor();
  await openConversation(page, '林晓');
  await expect.poll(() => composer(page).inputValue()).toBe('A 醇建议停用');

  await page.getByRole('button', { name: '备注', exact: true }).click();
  await composer(page).fill('等照片');
  const saved = page.waitForResponse(
    (response) =>
      response.url().endsWith('/draft') && response.request().postData()?.includes('等照片') === true,
  );
  expect((await saved).ok()).toBe(true);
  await page.reload();
  await expect.poll(() => composer(page).inputValue()).toBe('等照片');
  await page.getByRole('button', { name: '回复', exact: true }).click();
  await expect.poll(() => composer(page).inputValue()).toBe('A 醇建议停用');
  await composer(page).press('End');
  const moved = page.waitForResponse(
    (response) =>
      response.url().endsWith('/draft') && response.request().postData()?.includes('停用三天') === true,
  );
  await composer(page).pressSequentially('三天');
  await composer(page).fill('A 醇建议停用三天');
  expect((await moved).ok()).toBe(true);

  const { page: elsewhere } = await signIn(world, '周宁');
  await followTo(elsewhere, page);
  await expect.poll(() => composer(elsewhere).inputValue()).toContain('停用三天');
  await composer(elsewhere).press('Control+Enter');
  await thread(page).getByText('A 醇建议停用三天').waitFor();
});

test('two agents at one conversation see each other', async () => {
  const { page: agent } = await signIn(world, '周宁');
  await openConversation(agent, '罗天');
  const { page: lead } = await signIn(world, '王芳', {}, 'busy');
  await count(agent.locator('.collision'), 0);
  await followTo(lead, agent);
  await agent.locator('.collision').getByText('王芳 正在查看').waitFor();
  await lead.locator('.collision').getByText('周宁 正在查看').waitFor();
  await composer(lead).pressSequentially('我来联系快递', { delay: 20 });
  await agent.locator('.collision').getByText('王芳 正在输入').waitFor();
  await composer(lead).fill('');
  await reply(lead, '已联系快递，一小时内回复您');
  await thread(agent).getByText('已联系快递').waitFor();
  await lead.goto(`${world.url}/inbox/all-open`);
  await expect.poll(() => agent.locator('.collision-one').count()).toBe(0);
});
