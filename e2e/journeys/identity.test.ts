import { expect, test } from 'vitest';
import { count, list, openConversation, rows, signIn, toast } from '../console.ts';
import { totp } from '../totp.ts';
import { useWorld } from '../world.ts';

const world = useWorld();

test('the six digits are those of RFC 6238', () => {
  // Appendix B, SHA-1, the last six of the eight digits.
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  expect(totp(secret, 59_000)).toBe('287082');
  expect(totp(secret, 1_111_111_109_000)).toBe('081804');
});

test('a second factor is switched on and asked for at the next sign-in', async () => {
  const { page } = await signIn(world, 'Emma Li', {}, 'busy');
  await page.goto(`${world.url}/settings/profile`);
  await page.getByRole('button', { name: 'Turn on', exact: true }).click();
  await page
    .getByRole('dialog')
    .getByLabel(/password/i)
    .fill('xiaoer-demo');
  await page.getByRole('dialog').locator('button[type=submit]').click();
  const secret = await page.locator('.profile-secret code').innerText();
  await page.locator('.profile-code').fill(totp(secret));
  await page.locator('.profile-codes li').first().waitFor();
  const backup = await page.locator('.profile-codes li').first().innerText();
  await page.getByRole('dialog').getByRole('checkbox').check();
  await page.getByRole('dialog').locator('button[type=submit]').click();

  const { page: elsewhere } = await world.enter(`${world.url}/`);
  await elsewhere.locator('.demo').getByRole('button', { name: 'Emma Li' }).click();
  await elsewhere.getByLabel('验证码').fill(totp(secret));
  await list(elsewhere).waitFor();

  const third = await world.enter(`${world.url}/`);
  third.expect(/two-factor/);
  await third.page.locator('.demo').getByRole('button', { name: 'Emma Li' }).click();
  await third.page.getByLabel('验证码').fill('000000');
  await third.page.getByText('验证码不对').waitFor();
  await third.page.getByRole('button', { name: '改用备用码' }).click();
  await third.page.getByLabel('备用码').fill(backup);
  await third.page.getByRole('button', { name: '验证', exact: true }).click();
  await list(third.page).waitFor();
});

test('a colleague who is deactivated is out at once, on every open page', async () => {
  const agent = await signIn(world, '周宁');
  agent.expect(/status of 40[13]|WebSocket/);
  await openConversation(agent.page, '林晓');
  const { page: owner } = await signIn(world, '沈清', {}, 'offline');
  await owner.goto(`${world.url}/inbox/unassigned`);
  await list(owner).locator('.state, [data-row]').first().waitFor();
  const unassigned = await list(owner).locator('[data-row]').count();
  await owner.goto(`${world.url}/settings/agents`);
  await owner.getByRole('table').getByRole('button', { name: /周宁/ }).click();
  const drawer = owner.getByRole('dialog', { name: '周宁' });
  await drawer.getByText('账号可用').click();
  await drawer.getByRole('button', { name: '保存' }).click();
  const question = owner.getByRole('dialog', { name: '停用 周宁 的账号？' });
  const [, inHand] = /(\d+) 个进行中的会话/.exec(await question.innerText()) ?? [];
  expect(Number(inHand)).toBeGreaterThan(0);
  await question.getByRole('button', { name: '停用账号' }).click();
  await toast(owner, '已停用 周宁 的账号').waitFor();

  await agent.page.getByLabel('密码', { exact: true }).waitFor();
  expect(await agent.page.innerText('body')).not.toContain('林晓');
  await agent.page.locator('.demo').getByRole('button', { name: '周宁' }).click();
  await agent.page.getByText('该账号已停用').waitFor();

  // What they had in hand waits for others.
  await owner.goto(`${world.url}/inbox/unassigned`);
  await rows(owner, '林晓').waitFor();
  await count(list(owner).locator('[data-row]'), Number(inHand) + unassigned);
});
