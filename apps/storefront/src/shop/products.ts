export type Words = { zh: string; en: string };
export type Shape = 'dropper' | 'jar' | 'tube' | 'bottle' | 'sachet' | 'flask';

export type Product = {
  id: string;
  shape: Shape;
  /** Ground, body, cap: the three colours of its picture. */
  colours: readonly [ground: string, body: string, cap: string];
  name: Words;
  line: Words;
  size: Words;
  /** Fen. */
  price: number;
  kind: 'cleanse' | 'serum' | 'cream' | 'sun' | 'mask' | 'scent';
  key: Words[];
  use: Words;
  care: Words;
};

/** What the demo shop sells; the names are those that the shop's knowledge speaks of. */
export const PRODUCTS: readonly Product[] = [
  {
    id: 'cica-serum',
    shape: 'dropper',
    colours: ['#dfe8dc', '#7f9f86', '#2f4a3e'],
    name: { zh: '积雪草舒缓精华', en: 'Cica Calming Serum' },
    line: { zh: '换季泛红、紧绷时用', en: 'For redness and tightness when seasons change' },
    size: { zh: '30 ml', en: '30 ml' },
    price: 26800,
    kind: 'serum',
    key: [
      { zh: '积雪草提取物', en: 'Centella extract' },
      { zh: '泛醇', en: 'Panthenol' },
      { zh: '神经酰胺 NP', en: 'Ceramide NP' },
    ],
    use: {
      zh: '洁面后取两三滴，按压至吸收，早晚可用。',
      en: 'Press in two or three drops after cleansing, morning and night.',
    },
    care: {
      zh: '敏感肌先在耳后试用 24 小时。',
      en: 'Sensitive skin: test behind the ear for 24 hours first.',
    },
  },
  {
    id: 'niacinamide-serum',
    shape: 'dropper',
    colours: ['#f3e3d3', '#d9a878', '#8a5a34'],
    name: { zh: '烟酰胺亮肤精华', en: 'Niacinamide Brightening Serum' },
    line: { zh: '暗沉、毛孔、出油，一瓶照看', en: 'For dullness, pores and shine' },
    size: { zh: '30 ml', en: '30 ml' },
    price: 26800,
    kind: 'serum',
    key: [
      { zh: '烟酰胺 5%', en: 'Niacinamide 5%' },
      { zh: '泛醇', en: 'Panthenol' },
      { zh: '透明质酸钠', en: 'Sodium hyaluronate' },
    ],
    use: { zh: '第一周隔天用，适应后每天一次。', en: 'Every other day in the first week, then daily.' },
    care: {
      zh: '与视黄醇、果酸错开使用；泛红刺痛请先停用。',
      en: 'Not together with retinol or acids; stop if skin turns red or stings.',
    },
  },
  {
    id: 'cica-mask',
    shape: 'sachet',
    colours: ['#e3ebe6', '#b9cfc2', '#4f7262'],
    name: { zh: '积雪草修护面膜', en: 'Cica Repair Mask' },
    line: { zh: '晒后、刷酸后的安静二十分钟', en: 'Twenty quiet minutes after sun or acids' },
    size: { zh: '5 片', en: '5 sheets' },
    price: 12900,
    kind: 'mask',
    key: [
      { zh: '积雪草苷', en: 'Asiaticoside' },
      { zh: '甘草酸二钾', en: 'Dipotassium glycyrrhizate' },
      { zh: '海藻糖', en: 'Trehalose' },
    ],
    use: {
      zh: '敷 15 至 20 分钟，取下后按摩吸收，不必清洗。',
      en: 'Leave on for 15 to 20 minutes, then press in the rest.',
    },
    care: { zh: '一周两三次即可，不用每天敷。', en: 'Two or three times a week is enough.' },
  },
  {
    id: 'ceramide-cream',
    shape: 'jar',
    colours: ['#efe6da', '#fbf6ec', '#b08d62'],
    name: { zh: '神经酰胺修护霜', en: 'Ceramide Repair Cream' },
    line: { zh: '把干燥挡在外面', en: 'Keeps dryness out' },
    size: { zh: '50 g', en: '50 g' },
    price: 29800,
    kind: 'cream',
    key: [
      { zh: '三种神经酰胺', en: 'Three ceramides' },
      { zh: '角鲨烷', en: 'Squalane' },
      { zh: '胆固醇', en: 'Cholesterol' },
    ],
    use: { zh: '护肤最后一步，掌心温热后按压。', en: 'Last step: warm between the palms and press on.' },
    care: { zh: '油性肌肤薄涂两颊即可。', en: 'Oily skin: a thin layer on the cheeks only.' },
  },
  {
    id: 'amino-cleanser',
    shape: 'tube',
    colours: ['#dfe6ea', '#f6f9fa', '#7d98a8'],
    name: { zh: '氨基酸洁面乳', en: 'Amino Acid Cleanser' },
    line: { zh: '洗净，不紧绷', en: 'Clean without the tight feeling' },
    size: { zh: '120 g', en: '120 g' },
    price: 9800,
    kind: 'cleanse',
    key: [
      { zh: '椰油酰甘氨酸钠', en: 'Sodium cocoyl glycinate' },
      { zh: '甘油', en: 'Glycerin' },
      { zh: '燕麦提取物', en: 'Oat extract' },
    ],
    use: {
      zh: '加水起泡，轻揉 30 秒，温水冲净。',
      en: 'Lather, massage for 30 seconds, rinse with lukewarm water.',
    },
    care: { zh: '早晨只用清水也可以。', en: 'Water alone is fine in the morning.' },
  },
  {
    id: 'chamomile-toner',
    shape: 'bottle',
    colours: ['#f4ead0', '#e6c977', '#fbf7ea'],
    name: { zh: '洋甘菊舒缓水', en: 'Chamomile Toner' },
    line: { zh: '像一杯放凉的花茶', en: 'Like flower tea, cooled' },
    size: { zh: '150 ml', en: '150 ml' },
    price: 15800,
    kind: 'cleanse',
    key: [
      { zh: '洋甘菊花水', en: 'Chamomile water' },
      { zh: '甜没药醇', en: 'Bisabolol' },
      { zh: '尿囊素', en: 'Allantoin' },
    ],
    use: {
      zh: '倒在掌心轻拍，或浸湿棉片湿敷 3 分钟。',
      en: 'Pat on, or soak cotton pads for three minutes.',
    },
    care: { zh: '对菊科过敏请勿使用。', en: 'Not for those allergic to daisies.' },
  },
  {
    id: 'light-sunscreen',
    shape: 'tube',
    colours: ['#f6e2d6', '#fff8f1', '#e08a5b'],
    name: { zh: '轻羽防晒乳', en: 'Feather Light Sunscreen' },
    line: { zh: '轻到忘记涂过，SPF50 PA++++', en: 'So light you forget it, SPF50 PA++++' },
    size: { zh: '60 ml', en: '60 ml' },
    price: 16800,
    kind: 'sun',
    key: [
      { zh: '新型广谱防晒剂', en: 'Broad-spectrum filters' },
      { zh: '维生素 E', en: 'Vitamin E' },
      { zh: '二氧化硅微粉', en: 'Silica powder' },
    ],
    use: {
      zh: '出门前 15 分钟，取一元硬币大小，两小时补涂。',
      en: 'A coin-sized amount 15 minutes before going out; again every two hours.',
    },
    care: { zh: '需要卸妆产品清洁。', en: 'Take it off with a make-up remover.' },
  },
  {
    id: 'white-tea-perfume',
    shape: 'flask',
    colours: ['#e9e6dc', '#cfd6bd', '#6b6a4e'],
    name: { zh: '白茶香水', en: 'White Tea Eau de Parfum' },
    line: { zh: '雨停之后的茶山', en: 'Tea hills after rain' },
    size: { zh: '50 ml', en: '50 ml' },
    price: 42000,
    kind: 'scent',
    key: [
      { zh: '前调：佛手柑', en: 'Top: bergamot' },
      { zh: '中调：白茶、鸢尾', en: 'Heart: white tea, iris' },
      { zh: '尾调：雪松、麝香', en: 'Base: cedar, musk' },
    ],
    use: { zh: '喷于手腕与颈侧，留香约六小时。', en: 'On wrists and neck; lasts about six hours.' },
    care: { zh: '拆封后不支持七天无理由退货。', en: 'Opened bottles cannot be returned.' },
  },
];

export type Order = {
  number: string;
  productId: string;
  count: Words;
  state: Words;
  step: 1 | 2 | 3 | 4;
  isLate: boolean;
  note: Words;
};

/** The orders of 林晓 in the demo story. */
export const ORDERS: readonly Order[] = [
  {
    number: '20260115',
    productId: 'cica-mask',
    count: { zh: '5 片 × 1', en: '5 sheets × 1' },
    state: { zh: '运输中，稍有延误', en: 'On its way, delayed' },
    step: 3,
    isLate: true,
    note: { zh: '在杭州转运中心停留 2 天', en: 'Two days at the Hangzhou hub' },
  },
  {
    number: '20260108',
    productId: 'niacinamide-serum',
    count: { zh: '30 ml × 1', en: '30 ml × 1' },
    state: { zh: '已签收', en: 'Delivered' },
    step: 4,
    isLate: false,
    note: { zh: '1 月 10 日签收，菜鸟驿站', en: 'Picked up on 10 January' },
  },
];

export const money = (fen: number): string => `¥ ${(fen / 100).toFixed(2)}`;
