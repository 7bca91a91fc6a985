import { expect, test } from 'vitest';
import { composer, count, openConversation, signIn, thread } from '../console.ts';
import { bubbles, field, panel, say, visitShop } from '../shopper.ts';
import { useWorld } from '../world.ts';

const world = useWorld();

test('the server is killed while both write: nothing is lost, nothing doubled', async () => {
  const agentPerson = await signIn(world, '周宁');
  const shopperPerson = await visitShop(world);
  // What browsers say of a server that is gone.
  for (const person of [agentPerson, shopperPerson])
    person.expect(/ERR_CONNECTION_REFUSED|WebSocket connection|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/);
  const { page: agent } = agentPerson;
  const { page: shopper } = shopperPerson;
  await say(shopper, '断网之前的一句');
  await openConversation(agent, '断网之前的一句');
  await count(agent.locator('.offline-bar'), 0);

  await world.server.kill();
  await agent.locator('.offline-bar').waitFor();
  await panel(shopper).locator('.thin').waitFor();
  for (const text of ['停机时顾客写的一', '停机时顾客写的二']) {
    await field(shopper).fill(text);
    await field(shopper).press('Enter');
  }
  for (const text of ['停机时客服写的一', '停机时客服写的二']) {
    await composer(agent).fill(text);
    await composer(agent).press('Control+Enter');
  }
  await agent.locator('.offline-bar').getByText('2 条消息等待发送').waitFor();
  await composer(agent).fill('还没写完的半句');

  await world.server.restart();
  await expect.poll(() => agent.locator('.offline-bar').count(), { timeout: 30_000 }).toBe(0);
  await expect.poll(() => panel(shopper).locator('.thin').count(), { timeout: 30_000 }).toBe(0);
  for (const text of [
    '断网之前的一句',
    '停机时顾客写的一',
    '停机时顾客写的二',
    '停机时客服写的一',
    '停机时客服写的二',
  ]) {
    await count(thread(agent).getByText(text, { exact: true }), 1);
    await count(bubbles(shopper, text), 1);
  }
  expect(await composer(agent).inputValue()).toBe('还没写完的半句');

  // And as the server has it, without what the pages remember.
  await Promise.all([agent.reload(), shopper.reload()]);
  for (const text of ['停机时顾客写的一', '停机时顾客写的二', '停机时客服写的一', '停机时客服写的二']) {
    await count(thread(agent).getByText(text, { exact: true }), 1);
    await count(bubbles(shopper, text), 1);
  }
  expect(await panel(shopper).locator('.bubble').allInnerTexts()).toEqual(
    expect.arrayContaining(['断网之前的一句', '停机时顾客写的一', '停机时顾客写的二']),
  );
});
