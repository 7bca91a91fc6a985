import type { IntentExample } from './train.ts';

const ROWS: Readonly<Record<string, string>> = {
  track:
    '快递到哪了|我的包裹怎么还没到|查一下物流|物流三天没更新|什么时候能送到|单号查不到|where is my parcel|track my order|when will my package arrive|has my order shipped yet',
  refund:
    '退款什么时候到账|钱退了吗|退款进度查一下|退的钱到哪里了|怎么还没退钱|退款多久能到|when do I get my money back|refund status please|I have not received my refund|how long does a refund take',
  return:
    '我想退货|怎么申请退货|这个不想要了可以退吗|七天无理由退货怎么弄|退货地址是哪里|要退掉这件|I want to return this|how do I send it back|can I return the cream|start a return please',
  human:
    '转人工|我要人工客服|找个真人跟我说|叫你们经理来|别用机器人糊弄我|人工服务|let me talk to a person|human agent please|connect me to support|I want a real person',
  allergy:
    '用了脸上起疹子|过敏了怎么办|涂完脸又红又痒|皮肤刺痛泛红|敷完面膜烂脸了|用了长痘|I got a rash after using it|my skin is burning|allergic reaction to the serum|the mask made my face red',
  hours:
    '你们几点上班|客服工作时间|周末有人吗|节假日营业吗|晚上几点下班|几点到几点在线|what are your opening hours|are you open on sunday|when does support close|business hours please',
};

/** A little shop for tests: six intents, ten examples each, half Chinese and half English. */
export const shopExamples: readonly IntentExample[] = Object.entries(ROWS).flatMap(([intent, texts]) =>
  texts.split('|').map((text) => ({ text, intent })),
);
