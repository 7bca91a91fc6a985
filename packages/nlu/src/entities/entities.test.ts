import { describe, expect, it } from 'vitest';
import { createEntityFinder, matchCarriers } from './index.ts';

const lists = {
  product: [
    { value: '积雪草舒缓精华', aliases: ['积雪草精华', 'Cica Calming Serum', 'cica serum'] },
    { value: '丝绒哑光口红', aliases: ['哑光口红', 'matte lipstick'] },
  ],
  ingredient: [{ value: '烟酰胺', aliases: ['niacinamide'] }, '水杨酸'],
  size: [{ value: '正装', aliases: ['full size'] }],
  colour: [
    { value: '02豆沙', aliases: ['豆沙色', 'bean paste'] },
    { value: '红色', aliases: ['red'] },
  ],
  place: ['萧山仓'],
};
const finder = createEntityFinder(lists);
// A Friday in Shanghai.
const now = new Date('2026-11-20T10:00:00+08:00');
const find = (text: string): string[] =>
  finder.find(text, { now }).map(({ type, text: t, value }) => `${type} ${t} ${value}`);

describe('numbers', () => {
  it.each([
    ['我的订单2026110500216到哪了', ['order_number 2026110500216 2026110500216']],
    ['order #QH-88120455 please', ['order_number QH-88120455 QH88120455']],
    ['快递单号SF1403358271902', ['tracking_number SF1403358271902 SF1403358271902']],
    ['单号 YT7482910385521 不动', ['tracking_number YT7482910385521 YT7482910385521']],
    ['ＪＤ００２８３７４６１９２８', ['tracking_number ＪＤ００２８３７４６１９２８ JD002837461928']],
    ['tracking 1Z999AA10123456784', ['tracking_number 1Z999AA10123456784 1Z999AA10123456784']],
    ['打我电话138 1234 5678', ['phone 138 1234 5678 +8613812345678']],
    ['座机0571-88123456', ['phone 0571-88123456 +8657188123456']],
    ['call me on +44 7911 123456', ['phone +44 7911 123456 +447911123456']],
    ['发到 Li.Na@Example.com 谢谢', ['email Li.Na@Example.com li.na@example.com']],
  ])('%s', (text, expected) => {
    expect(find(text)).toEqual(expected);
  });

  it('knows carriers by pattern and check digit', () => {
    expect(matchCarriers('SF1403358271902')?.carriers[0]).toBe('sf');
    expect(matchCarriers('1Z999AA10123456784')?.proof).toBe(0.99);
    expect(matchCarriers('1Z999AA10123456785')?.proof).toBeLessThan(0.9);
    expect(matchCarriers('RB123456785GB')?.carriers).toContain('royal-mail');
    expect(matchCarriers('HELLO')).toBeUndefined();
  });
});

describe('amounts and quantities', () => {
  it.each([
    ['退我三百二十块', ['amount 三百二十块 CNY 320.00']],
    ['才59块9', ['amount 59块9 CNY 59.90']],
    ['¥1,299.00扣了', ['amount ¥1,299.00 CNY 1299.00']],
    ['花了两万五千元', ['amount 两万五千元 CNY 25000.00']],
    ['差五毛钱', ['amount 五毛钱 CNY 0.50']],
    ['that was twenty bucks', ['amount twenty bucks USD 20.00']],
    ['refund my $38.50', ['amount $38.50 USD 38.50']],
    ['要两瓶', ['quantity 两瓶 2']],
    ['three bottles arrived', ['quantity three bottles 3']],
    ['I bought two matte lipstick', ['quantity two 2', 'product matte lipstick 丝绒哑光口红']],
    ['有一个问题想问', []],
    ['等我一下', []],
    ['打8折吗', []],
  ])('%s', (text, expected) => {
    expect(find(text)).toEqual(expected);
  });
});

describe('dates and periods', () => {
  it.each([
    ['上周三下的单', ['date 上周三 2026-11-11']],
    ['昨晚买的', ['date 昨晚 2026-11-19']],
    ['3天前签收', ['date 3天前 2026-11-17']],
    ['11月11号拍的', ['date 11月11号 2026-11-11']],
    ['双十一买的', ['date 双十一 2026-11-11']],
    ['双十一前能到吗', ['period 双十一前 ../2026-11-11']],
    ['国庆期间发货吗', ['period 国庆期间 2026-10-01/2026-10-07']],
    ['明天下午3点在家', ['date 明天下午3点 2026-11-21T15:00']],
    ['等了两个月', ['period 两个月 P2M']],
    ['说48小时发货', ['period 48小时 PT48H']],
    ['上個月買的', ['period 上個月 2026-10-01/2026-10-31']],
    ['the day before yesterday', ['date the day before yesterday 2026-11-18']],
    ['since last Friday', ['date last Friday 2026-11-13']],
    ['ordered on Nov 11', ['date Nov 11 2026-11-11']],
    ['three days ago', ['date three days ago 2026-11-17']],
    ['waiting two weeks', ['period two weeks P2W']],
    ['2026-11-03 下单', ['date 2026-11-03 2026-11-03']],
    ['七天无理由', []],
  ])('%s', (text, expected) => {
    expect(find(text)).toEqual(expected);
  });

  it('reads the day in the zone asked for', () => {
    const late = new Date('2026-11-19T17:00:00Z');
    expect(finder.find('今天', { now: late })[0]?.value).toBe('2026-11-20');
    expect(finder.find('today', { now: late, timeZone: 'America/New_York' })[0]?.value).toBe('2026-11-19');
  });

  it('knows feasts of the Chinese calendar', () => {
    expect(finder.find('中秋节', { now: new Date('2026-09-20T00:00:00Z') })[0]?.value).toBe('2026-09-25');
    expect(finder.find('端午节', { now: new Date('2026-06-10T00:00:00Z') })[0]?.value).toBe('2026-06-19');
  });
});

describe('names', () => {
  it.each([
    ['积雪草精华还有吗', ['product 积雪草精华 积雪草舒缓精华']],
    ['積雪草精華', ['product 積雪草精華 积雪草舒缓精华']],
    ['积雪草舒缓精化', ['product 积雪草舒缓精化 积雪草舒缓精华']],
    ['Cica Calmng Serum?', ['product Cica Calmng Serum 积雪草舒缓精华']],
    ['有烟酰胺吗', ['ingredient 烟酰胺 烟酰胺']],
    ['豆沙色50ml', ['colour 豆沙色 02豆沙', 'size 50ml 50ml']],
    ['my face went red', []],
    ['寄到浙江杭州', ['place 浙江杭州 杭州']],
    ['ship to Singapore', ['place Singapore 新加坡']],
    ['没开封的', []],
    ['人在开封', ['place 开封 开封']],
    ['tell us please', []],
  ])('%s', (text, expected) => {
    expect(find(text)).toEqual(expected);
  });
});
