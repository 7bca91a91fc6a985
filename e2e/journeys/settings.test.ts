import { expect, test } from 'vitest';
import { composer, list, openConversation, signIn, toast } from '../console.ts';
import { launcher } from '../shopper.ts';
import { useWorld } from '../world.ts';

const world = useWorld();
const PASSWORD = '一句好记又足够长的话吧';

test('an invited colleague joins by the link and signs in', async () => {
  const { page: owner } = await signIn(world, '沈清', {}, 'offline');
  await owner.goto(`${world.url}/settings/agents`);
  await owner.getByRole('button', { name: '邀请同事' }).click();
  const drawer = owner.getByRole('dialog', { name: '邀请同事' });
  await drawer.getByLabel('邮箱').fill('xu.lei@example.com');
  await drawer.getByLabel('所属团队').fill('售后');
  await drawer.getByLabel('所属团队').press('Enter');
  await owner.keyboard.press('Escape');
  await drawer.getByRole('button', { name: '生成邀请链接' }).click();
  const link = await owner.locator('.st-once-text').innerText();
  expect(link).toContain('/join?token=');

  const { page } = await world.enter(link);
  await page.getByLabel('您的姓名').fill('徐蕾');
  await page.getByLabel('设置密码').fill('short');
  await page.getByRole('button', { name: '加入' }).click();
  await page.getByText('密码至少 10 个字符').waitFor();
  await page.getByLabel('设置密码').fill(PASSWORD);
  await page.getByRole('button', { name: '加入' }).click();
  await page.getByText('加入成功').waitFor();
  await page.getByLabel('邮箱').fill('xu.lei@example.com');
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await list(page).waitFor();
  await owner.getByRole('button', { name: '关闭' }).last().click();
  await owner.getByRole('table').getByText('徐蕾').waitFor();

  const again = await world.enter(link);
  again.expect(/invitations\/accept/);
  await again.page.getByLabel('您的姓名').fill('别人');
  await again.page.getByLabel('设置密码').fill(PASSWORD);
  await again.page.getByRole('button', { name: '加入' }).click();
  await again.page.getByRole('alert').waitFor();
});

test('a team is made and can be handed to', async () => {
  const { page: owner } = await signIn(world, '沈清', {}, 'offline');
  const { page: agent } = await signIn(world, '周宁');
  await openConversation(agent, '林晓');
  await owner.goto(`${world.url}/settings/teams`);
  await owner.getByRole('button', { name: '新建团队' }).first().click();
  const drawer = owner.getByRole('dialog', { name: '新建团队' });
  await drawer.getByLabel('团队名称').fill('会员服务');
  await drawer.getByRole('button', { name: '保存' }).click();
  await owner.getByRole('table').getByText('会员服务').waitFor();

  await agent.getByRole('button', { name: '转接', exact: true }).click();
  await agent.getByRole('dialog', { name: '转接会话' }).getByRole('combobox').fill('会员');
  await agent.locator('.ant-select-item-option', { hasText: '会员服务' }).waitFor();
});

test('new wording is in an open composer at once', async () => {
  const { page: agent } = await signIn(world, '周宁');
  await openConversation(agent, '林晓');
  const { page: lead } = await signIn(world, '王芳', {}, 'busy');
  await lead.goto(`${world.url}/settings/canned-responses`);
  await lead.getByRole('button', { name: '新建话术' }).first().click();
  const drawer = lead.getByRole('dialog', { name: '新建话术' });
  await drawer.getByLabel('快捷词').fill('签收');
  await drawer.getByLabel('标题').fill('显示签收未收到');
  await drawer.getByLabel('内容').fill('{{customer.name}}您好，我马上联系快递核实签收。');
  await drawer.getByRole('button', { name: '保存' }).click();
  await toast(lead, '已保存').waitFor();

  await composer(agent).fill('/签收');
  await agent.getByRole('option', { name: /显示签收未收到/ }).waitFor();
  await composer(agent).press('Enter');
  await expect.poll(() => composer(agent).inputValue()).toBe('林晓您好，我马上联系快递核实签收。');
});

test('the widget takes the colour that the settings give it', async () => {
  const { page: owner } = await signIn(world, '沈清', {}, 'offline');
  await owner.goto(`${world.url}/settings/widget`);
  await owner.getByLabel('店铺颜色').fill('#AA2255');
  await owner.getByRole('button', { name: '保存' }).click();
  await toast(owner, '已保存').waitFor();
  const { page: shopper } = await world.enter(`${world.url}/shop`);
  // Passers-by cost the server nothing, so the shop's colour is known from the first press on.
  await launcher(shopper).click();
  await expect
    .poll(() =>
      launcher(shopper).evaluate(
        (button) => button.ownerDocument.defaultView?.getComputedStyle(button).backgroundColor,
      ),
    )
    .toBe('rgb(170, 34, 85)');
});
