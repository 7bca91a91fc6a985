import type { WebChannel } from '@xiaoer/contracts';
import { expect, test } from 'vitest';
import { callApi, openConversation, rows, signIn } from '../console.ts';
import { panel, say, visitShop } from '../shopper.ts';
import { useWorld } from '../world.ts';

const world = useWorld();

/** Opening hours of one minute, on the day after tomorrow, so that the shop is closed whenever this runs. */
function closedNow() {
  const weekday = new Date(Date.now() + 2 * 86_400_000).getUTCDay() || 7;
  return [{ weekday, from: 540, to: 541 }];
}

test('outside opening hours the widget says so and takes an e-mail address', async () => {
  const owner = await signIn(world, '沈清', {}, 'offline');
  const { items } = await callApi<{ items: WebChannel[] }>(owner, world.url, 'GET', '/channels');
  const channel = items[0]!;
  const { name, isEnabled, settings } = channel;
  await callApi(owner, world.url, 'PUT', `/channels/${channel.id}`, {
    name,
    isEnabled,
    settings: { ...settings, openingHours: closedNow() },
  });

  const { page: shopper } = await visitShop(world);
  await panel(shopper)
    .getByText(/现在是休息时间，.*恢复服务/)
    .waitFor();
  await panel(shopper).getByText(settings.awayMessage['zh-CN']).waitFor();
  await panel(shopper).getByLabel('邮箱').fill('not an address');
  await panel(shopper).getByRole('button', { name: '提交' }).click();
  await panel(shopper).getByText('邮箱写法不对').waitFor();
  await say(shopper, '几点上班？想退货');
  await panel(shopper).getByText('客服休息中').waitFor();
  await panel(shopper).getByLabel('邮箱').fill('night.owl@example.com');
  await panel(shopper).getByRole('button', { name: '提交' }).click();
  await panel(shopper).getByText('已记下 night.owl@example.com').waitFor();

  const { page: agent } = await signIn(world, '周宁');
  await rows(agent, '几点上班').waitFor();
  await openConversation(agent, '几点上班');
  await agent.getByText('night.owl@example.com').first().waitFor();
  expect(await panel(shopper).getByText('客服休息中').count()).toBe(0);
});
