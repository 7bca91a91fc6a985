import type { Role } from '@xiaoer/contracts';

/** Public on purpose: demo mode listens on loopback only. */
export const DEMO_PASSWORD = 'xiaoer-demo';
/** With this the demo shop signs its shoppers, as a real shop's server would. */
export const DEMO_SHOP_SECRET = 'demo-shop-secret-demo-shop-secret';
export const DEMO_CHANNEL_KEY = 'demo';

export type TeamName = '售前咨询' | '售后服务' | 'English desk';

export const DEMO_TEAMS: { name: TeamName; description: string }[] = [
  { name: '售前咨询', description: '选品、肤质、活动和优惠' },
  { name: '售后服务', description: '物流、退换、过敏和投诉' },
  { name: 'English desk', description: 'Customers who write in English' },
];

export type Person = {
  name: string;
  email: string;
  role: Role;
  teams: TeamName[];
  capacity: number;
  language: 'zh-CN' | 'en';
};

export const DEMO_PEOPLE = {
  shen: { name: '沈清', email: 'owner@demo.test', role: 'owner', teams: [], capacity: 5, language: 'zh-CN' },
  wang: {
    name: '王芳',
    email: 'lead@demo.test',
    role: 'lead',
    teams: ['售前咨询', '售后服务', 'English desk'],
    capacity: 6,
    language: 'zh-CN',
  },
  zhou: {
    name: '周宁',
    email: 'agent@demo.test',
    role: 'agent',
    teams: ['售后服务', '售前咨询'],
    capacity: 8,
    language: 'zh-CN',
  },
  emma: {
    name: 'Emma Li',
    email: 'emma@demo.test',
    role: 'agent',
    teams: ['English desk', '售后服务'],
    capacity: 8,
    language: 'en',
  },
  zhao: {
    name: '赵岩',
    email: 'zhaoyan@demo.test',
    role: 'agent',
    teams: ['售前咨询'],
    capacity: 6,
    language: 'zh-CN',
  },
  sun: {
    name: '孙洁',
    email: 'inspector@demo.test',
    role: 'inspector',
    teams: [],
    capacity: 0,
    language: 'zh-CN',
  },
} as const satisfies Record<string, Person>;
export type PersonKey = keyof typeof DEMO_PEOPLE;

const login = (key: PersonKey) => {
  const { name, email, role } = DEMO_PEOPLE[key];
  return { name, email, role, password: DEMO_PASSWORD };
};
/** Offered on the sign-in page, the first one first. */
export const DEMO_LOGINS = [login('zhou'), login('emma'), login('wang'), login('shen')];

/** Shoppers whom the demo shop knows by name. */
export const DEMO_SHOPPERS = {
  'lin-xiao': { name: '林晓', email: 'lin.xiao@example.com', phone: '13800001234', isVip: true },
  'amy-chen': { name: 'Amy Chen', email: 'amy.chen@example.com', phone: null, isVip: false },
  'su-min': { name: '苏敏', email: 'su.min@example.com', phone: '13900005678', isVip: false },
  'chen-guodong': { name: '陈国栋', email: 'chen.gd@example.com', phone: '13700002468', isVip: false },
  'he-jing': { name: '何静', email: 'he.jing@example.com', phone: '13600001357', isVip: true },
  'luo-tian': { name: '罗天', email: 'luo.tian@example.com', phone: '13500008642', isVip: false },
  'yao-lei': { name: '姚磊', email: 'yao.lei@example.com', phone: '13300004321', isVip: false },
  'tang-yu': { name: '唐雨', email: 'tang.yu@example.com', phone: '13200008765', isVip: true },
  'oliver-grant': { name: 'Oliver Grant', email: 'oliver.grant@example.com', phone: null, isVip: false },
} as const;
export type ShopperKey = keyof typeof DEMO_SHOPPERS;
