import type { PersonKey, ShopperKey, TeamName } from './people.ts';

/**
 * The demo story, told in steps. Times are minutes before the first start, so that the demo always looks
 * like this morning. `says` is the shopper, `answers` the agent.
 */
export type Step =
  | { at: number; says: string }
  | { at: number; answers: string; as: PersonKey }
  | { at: number; notes: string; as: PersonKey; mentions?: PersonKey[] }
  | { at: number; claims: PersonKey }
  | { at: number; transfersTo: TeamName; as: PersonKey; to?: PersonKey; reason: string }
  | { at: number; tags: string[]; as: PersonKey }
  | { at: number; snoozesFor: number; as: PersonKey }
  | { at: number; resolves: PersonKey }
  | { at: number; reads: PersonKey };

export type Episode = { shopper: ShopperKey | null; language: 'zh-CN' | 'en'; team: TeamName; steps: Step[] };

const DAY = 1_440;

export const EPISODES: Episode[] = [
  // 林晓's past: a missing mask, a price difference.
  {
    shopper: 'lin-xiao',
    language: 'zh-CN',
    team: '售后服务',
    steps: [
      { at: 50 * DAY, says: '面膜说好 5 片，打开只有 4 片' },
      { at: 50 * DAY - 1, claims: 'zhou' },
      {
        at: 50 * DAY - 2,
        answers: '林女士您好，少发一片是我们疏忽。已为您补发一片，今天顺丰寄出，单号稍后短信给您。',
        as: 'zhou',
      },
      { at: 50 * DAY - 5, says: '好的，谢谢，处理很快' },
      { at: 50 * DAY - 6, tags: ['少发', '补发'], as: 'zhou' },
      { at: 50 * DAY - 8, resolves: 'zhou' },
    ],
  },
  {
    shopper: 'lin-xiao',
    language: 'zh-CN',
    team: '售前咨询',
    steps: [
      { at: 21 * DAY, says: '上周买的烟酰胺精华今天降了 20 块，能退差价吗？' },
      { at: 21 * DAY - 1, claims: 'zhao' },
      {
        at: 21 * DAY - 3,
        answers: '您好，15 天内保价，差价 20 元已按原路退回，1 到 3 个工作日到账。',
        as: 'zhao',
      },
      { at: 21 * DAY - 4, says: '好👌' },
      { at: 21 * DAY - 6, resolves: 'zhao' },
    ],
  },
  // The rash after a serum: handed from pre-sales to after-sales, with the lead's note.
  {
    shopper: 'lin-xiao',
    language: 'zh-CN',
    team: '售前咨询',
    steps: [
      { at: 46, says: '精华用了两天，脸上泛红还有点刺痛，怎么办？' },
      { at: 45, claims: 'zhao' },
      {
        at: 44,
        answers:
          '林女士您好，请您先停用这款精华，用清水和温和的保湿霜护理，观察 24 小时。您最近在用含视黄醇（A 醇）或果酸的产品吗？',
        as: 'zhao',
      },
      { at: 42, says: '在用 A 醇。你们详情页没写不能一起用！' },
      { at: 41, says: '现在两边脸颊都红了，明天还要上班，怎么办啊' },
      {
        at: 40,
        transfersTo: '售后服务',
        as: 'zhao',
        to: 'zhou',
        reason: '使用精华后泛红刺痛，同时在用 A 醇；情绪激动，需要售后专员跟进',
      },
      {
        at: 38,
        notes: '同批次本周第 3 例泛红，先安抚，请她发停用后的照片。可批 80 元以内的补偿。@周宁',
        as: 'wang',
        mentions: ['zhou'],
      },
      { at: 37, tags: ['过敏', '烟酰胺精华'], as: 'zhou' },
      {
        at: 36,
        answers:
          '林女士您好，我是售后专员周宁，非常抱歉让您不适。您方便发一张脸颊的照片吗？我先为您登记，退款可以马上办，不用寄回。',
        as: 'zhou',
      },
      { at: 3, says: '照片一会儿发。退款之后那瓶我还能用吗？A 醇停几天？' },
    ],
  },
  // A parcel that does not move.
  {
    shopper: 'amy-chen',
    language: 'en',
    team: 'English desk',
    steps: [
      { at: 31, says: 'Hi, my order 20261115-4417 says out for delivery since Thursday. Where is it?' },
      { at: 30, claims: 'emma' },
      {
        at: 29,
        answers: 'Hi Amy, sorry for the wait. Let me check with the carrier, one moment.',
        as: 'emma',
      },
      {
        at: 27,
        notes:
          'ZTO 78123456789012 stuck at the Hangzhou hub since the 19th. Asked the carrier desk to trace it.',
        as: 'emma',
      },
      {
        at: 26,
        answers:
          'The parcel is held at the Hangzhou hub. I have asked ZTO to send it on today and will write to you this afternoon.',
        as: 'emma',
      },
      { at: 25, tags: ['late parcel'], as: 'emma' },
      { at: 6, says: 'It is a birthday present for tomorrow. Can you send a new one by SF Express instead?' },
    ],
  },
  // Waiting for a first answer.
  {
    shopper: null,
    language: 'zh-CN',
    team: '售前咨询',
    steps: [
      { at: 4, says: '敏感肌能用烟酰胺精华吗？' },
      { at: 3, says: '我以前用别家的会刺痛' },
    ],
  },
  {
    shopper: 'luo-tian',
    language: 'zh-CN',
    team: '售后服务',
    steps: [
      { at: 9, says: '快递显示签收了但我没收到！！' },
      { at: 8, says: '门口、驿站、物业都问过了，都没有' },
    ],
  },
  // A return under way, put aside until the parcel comes back.
  {
    shopper: 'su-min',
    language: 'zh-CN',
    team: '售后服务',
    steps: [
      { at: 190, says: '口红色号买错了，没拆封，可以退吗' },
      { at: 189, claims: 'zhou' },
      {
        at: 187,
        answers:
          '苏女士您好，未拆封支持七天无理由退货，运费需要您先垫付。退货地址已发到您的手机，寄出后把单号告诉我就好。',
        as: 'zhou',
      },
      { at: 180, says: '已寄出，中通 78987654321098' },
      { at: 178, answers: '收到，仓库签收后 1 个工作日内为您退款，我会留意。', as: 'zhou' },
      { at: 177, tags: ['退货'], as: 'zhou' },
      { at: 176, snoozesFor: 26 * 60, as: 'zhou' },
    ],
  },
  // A broken parcel with the lead.
  {
    shopper: 'chen-guodong',
    language: 'zh-CN',
    team: '售后服务',
    steps: [
      { at: 95, says: '收到的香水瓶盖碎了，箱子都湿了，这怎么送人？' },
      { at: 94, claims: 'wang' },
      {
        at: 92,
        answers: '陈先生您好，抱歉让您的礼物受损。麻烦您拍一下外箱和瓶身，我马上安排补发。',
        as: 'wang',
      },
      { at: 80, says: '照片发你们邮箱了' },
      { at: 78, notes: '照片已核实，外箱受潮，属承运破损。补发同款，顺丰次日达，找承运理赔。', as: 'wang' },
      { at: 76, tags: ['破损', '补发'], as: 'wang' },
      {
        at: 74,
        answers: '照片已核实，补发的一瓶今天顺丰寄出，明天中午前到。破损的那瓶您不用寄回。',
        as: 'wang',
      },
    ],
  },
  // Answered, the next word is the customer's.
  {
    shopper: 'yao-lei',
    language: 'zh-CN',
    team: '售后服务',
    steps: [
      { at: 64, says: '退款说 1 到 3 天，今天第 3 天了还没到' },
      { at: 63, claims: 'zhou' },
      {
        at: 61,
        answers: '姚先生您好，查到退款 129 元今早 8:40 已由支付渠道受理，预计今天 18:00 前原路到账。',
        as: 'zhou',
      },
      { at: 60, tags: ['退款'], as: 'zhou' },
      { at: 58, answers: '到账后您会收到短信；如果 18:00 还没有，我今天下班前主动联系您。', as: 'zhou' },
    ],
  },
  {
    shopper: 'tang-yu',
    language: 'zh-CN',
    team: '售前咨询',
    steps: [
      { at: 22, says: '早 C 晚 A 可以跟你们的烟酰胺一起用吗' },
      { at: 21, claims: 'zhou' },
      {
        at: 19,
        answers: '可以的，建议烟酰胺放在早上，和维 C 一起；晚上单独用 A 醇，前两周隔天一次，白天认真防晒。',
        as: 'zhou',
      },
      { at: 14, says: '那我现在是混油敏感肌，A 醇从多少浓度开始？' },
    ],
  },
  // Done today.
  {
    shopper: 'he-jing',
    language: 'zh-CN',
    team: '售前咨询',
    steps: [
      { at: 140, says: '孕期可以用你们的防晒吗' },
      { at: 139, claims: 'zhou' },
      {
        at: 136,
        answers:
          '何女士您好，孕期建议选物理防晒，我们的「轻羽物理防晒霜」只含氧化锌和二氧化钛，不含化学防晒剂，可以放心使用；如有皮肤病史请先问医生。',
        as: 'zhou',
      },
      { at: 133, says: '太好了，已下单，谢谢周宁！' },
      { at: 132, answers: '不客气，祝您一切顺利。', as: 'zhou' },
      { at: 131, tags: ['孕期', '防晒'], as: 'zhou' },
      { at: 130, resolves: 'zhou' },
    ],
  },
  {
    shopper: 'oliver-grant',
    language: 'en',
    team: 'English desk',
    steps: [
      { at: 260, says: 'Do you ship to Manchester, and how long does it take?' },
      { at: 259, claims: 'emma' },
      {
        at: 257,
        answers:
          'Hi Oliver, yes. To the UK it takes 7 to 10 working days; duties are paid at checkout, so nothing is due at the door.',
        as: 'emma',
      },
      { at: 252, says: 'Perfect, thanks.' },
      { at: 251, resolves: 'emma' },
    ],
  },
  {
    shopper: 'he-jing',
    language: 'zh-CN',
    team: '售后服务',
    steps: [
      { at: 33 * DAY, says: '发票抬头写错了，能重开吗' },
      { at: 33 * DAY - 2, claims: 'zhou' },
      {
        at: 33 * DAY - 4,
        answers: '可以的，请把新的抬头和税号发我，旧发票会冲红，新的电子发票当天发到您邮箱。',
        as: 'zhou',
      },
      { at: 33 * DAY - 12, says: '发你了，收到，谢谢' },
      { at: 33 * DAY - 14, tags: ['发票'], as: 'zhou' },
      { at: 33 * DAY - 15, resolves: 'zhou' },
    ],
  },
];

/** Approved wording of the beauty shop. */
export const CANNED: { shortcut: string; title: string; body: string; language: 'zh-CN' | 'en' }[] = [
  {
    shortcut: '您好',
    title: '开场问候',
    language: 'zh-CN',
    body: '{{customer.name}}您好，我是{{shop.name}}的{{agent.name}}，很高兴为您服务。',
  },
  {
    shortcut: '过敏',
    title: '敏感反应处理',
    language: 'zh-CN',
    body: '非常抱歉让您不适。请您先停用这款产品，用清水和温和的保湿霜护理，观察 24 小时；如果红肿加重或起疹，请尽快就医。您方便发一张照片吗？我先为您登记，退款可以马上办。',
  },
  {
    shortcut: '退货',
    title: '退货地址与流程',
    language: 'zh-CN',
    body: '可以的。未拆封商品支持七天无理由退货，请寄到：浙江省杭州市余杭区清和路 8 号退货组。寄出后把单号告诉我，仓库签收后 1 个工作日内退款。',
  },
  {
    shortcut: '催件',
    title: '包裹停滞，已催件',
    language: 'zh-CN',
    body: '包裹在转运中心停留较久，我已联系快递加急催件，今天 18:00 前给您回复。若明天仍未更新，我为您补发。',
  },
  {
    shortcut: '补发',
    title: '补发告知',
    language: 'zh-CN',
    body: '已为您安排补发，今天顺丰寄出，单号稍后发给您。原包裹如果送到，您直接拒收就好。',
  },
  {
    shortcut: '差价',
    title: '保价退差',
    language: 'zh-CN',
    body: '15 天内保价，差价已按原路退回，1 到 3 个工作日到账。',
  },
  {
    shortcut: '结束',
    title: '结束语',
    language: 'zh-CN',
    body: '还有其他可以帮您的吗？如果暂时没有，我先结束本次会话（编号 {{conversation.number}}），有需要随时找我。',
  },
  {
    shortcut: 'hello',
    title: 'Greeting',
    language: 'en',
    body: 'Hi {{customer.name}}, this is {{agent.name}} at {{shop.name}}. How can I help?',
  },
  {
    shortcut: 'late',
    title: 'Parcel is late',
    language: 'en',
    body: 'I am sorry your parcel is late. I have asked the carrier to trace it and will write to you again today.',
  },
  {
    shortcut: 'return',
    title: 'How to return',
    language: 'en',
    body: 'Unopened items can come back within 7 days of receipt. I will send you the address; let me know the tracking number once it is on its way, and we refund within one working day of receipt.',
  },
  {
    shortcut: 'close',
    title: 'Closing',
    language: 'en',
    body: 'Is there anything else I can do? If not, I will close this conversation ({{conversation.number}}). You can write here again at any time.',
  },
];
