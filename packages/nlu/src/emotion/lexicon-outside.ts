import type { Concept } from './types.ts';

/**
 * Bodies that a customer may turn to, each kind on its own, since they tell different amounts: nobody names a court by
 * chance, but bloggers, banks and the news come up in passing. With them, what makes a mention harmless: the writer's
 * own trade, the shop's own management, a question about the procedure.
 */
export const outsideConcepts: readonly Concept[] = [
  {
    name: 'zh.regulator',
    pattern:
      '12315|12345|12358|12331|12366|12377|96315|消协|消委|消保委|消费者(?:协会|委员会|保护|权益)|市(?:场)?监(?:督|管|局)|市监|工商(?!银行|卡|户|管理专业)|质监|药监|食药|卫健委|物价局|邮政?管(?:理)?局|邮管|通管局|网信办|税务局|广电局|主管部门|有关部门|监管部门|市长(?:热线|信箱)|信访',
    threat: 0.7,
    pull: { anger: 0.3 },
  },
  {
    name: 'zh.court',
    pattern:
      '律师|律所|法务|起诉|诉讼|诉状|立案|开庭|传票|法院|法庭|法官|仲裁|打官司|官司|公证|取证|走法律|法律(?:途径|程序|手段|武器)|公堂|索赔函|律师函',
    threat: 0.8,
    pull: { anger: 0.3 },
  },
  {
    name: 'zh.police',
    pattern: '报警|报案|警察|警方|派出所|公安|经侦|网警|反诈|96110|做笔录',
    threat: 0.5,
    pull: { anger: 0.15, worry: 0.2 },
  },
  {
    name: 'zh.exposure',
    pattern:
      '曝光|爆光|爆料|报料|黑猫|聚投诉|避雷(?:帖|贴|文|笔记)|挂(?:到|在|上|出)?(?:网上|小红书|微博|抖音|朋友圈)|(?:发|传|挂|写|剪|晒|捅|po)(?:到|上|成|在|个|条|篇)?(?:网上|网|小红书|微博|抖音|快手|b站|知乎|豆瓣|头条|视频|长文|笔记|帖子|媒体)|(?:小红书|微博|抖音|快手|b站|知乎|网上|热搜|媒体)(?:见|伺候|走起|安排)|热搜|记者|媒体|电视台|栏目|报社|新闻热线|焦点访谈|315(?:晚会)?|维权群',
    threat: 0.6,
    pull: { anger: 0.25 },
  },
  {
    name: 'zh.money-back-by-force',
    pattern:
      '拒付|退单|撤(?:单|销|回)(?:这笔|付款|交易)|争议(?:交易|单|处理)|(?:信用卡|银行|支付宝|微信|花呗|发卡行).{0,8}(?:投诉|申诉|争议|冻结你|冻你|追回|撤回|要回|介入|止付|举报)|(?:平台|小二|官方|淘宝|天猫|京东|拼多多|抖音|客服)介入|平台(?:仲裁|判|维权|举报|投诉|处理|裁决)|举报(?:中心|平台|电话|信|表)',
    threat: 0.7,
    pull: { anger: 0.3 },
  },
  {
    name: 'en.regulator',
    pattern:
      '\\b(?:bbb|better business bureau|ftc|fda|mhra|cfpb|cma|accc|ofcom|trading standards|citizens advice|ombudsman|watchdogs?|regulators?|attorney general|consumer (?:protection|affairs|office|council|board|rights|association|agency|commission|centre|center|bureau|watchdog|desk)|fair trading|(?:health|price|tax|data protection|licensing|advertising) (?:authority|authorities|office|department|inspectors?|watchdog)|privacy commissioner|customs office|weights and measures|commissioner|12315)\\b',
    threat: 0.8,
    pull: { anger: 0.3 },
  },
  {
    name: 'en.court',
    pattern:
      '\\b(?:lawyers?|attorneys?|solicitors?|barristers?|legal (?:action|team|advice|proceedings|counsel|letter|route)|lawsuits?|sue|suing|small claims|county court|(?:to|in|through the|the) courts?|court papers|judge|magistrate|tribunal|arbitration|mediation|class action|litigation|letter before action|summons|prosecut\\w+|press charges|formal charges)\\b',
    threat: 0.8,
    pull: { anger: 0.3 },
  },
  {
    name: 'en.police',
    pattern:
      '\\b(?:police|cops|action fraud|fraud (?:squad|office|report|case)|cyber ?crime|criminal complaint|report (?:a|this) crime)\\b',
    threat: 0.5,
    pull: { anger: 0.15, worry: 0.15 },
  },
  {
    name: 'en.exposure',
    pattern:
      '\\b(?:go(?:ing|es)? (?:public|viral|live|online)|expos(?:e|ed|ing|ure)|name and shame|(?:post|put|share|upload|publish|spread|plaster)(?:ed|ing|ting)? (?:this|it|that|everything|the|my|all|about|screenshots?|photos?|recordings?|video).{0,40}|(?:all over|on) (?:tiktok|twitter|reddit|facebook|instagram|youtube|trustpilot|google|social media|the internet)|trustpilot|the (?:press|papers|news|media)|reporters?|journalists?|news ?(?:desk|paper|papers|room|station|channel)|consumer show|everyone (?:will|should|deserves to) (?:know|see|hear)|people (?:will|should|deserve to) (?:know|see|hear)|the (?:whole )?internet)\\b',
    threat: 0.6,
    pull: { anger: 0.2 },
  },
  {
    name: 'en.money-back-by-force',
    pattern:
      '\\b(?:charge ?backs?|section 75|(?:open|opened|opening|file|filed|filing|raise|raised|raising|start|started) (?:a|the|my)? ?(?:dispute|claim|case|fraud case)|disput(?:e|ed|ing) (?:this|it|the|with|through)|dispute|(?:my |the )?(?:bank|card (?:company|issuer|provider)|amex|visa|mastercard|paypal|klarna|afterpay).{0,24}(?:revers\\w+|pull|claw|take (?:it|the money) back|get (?:it|my money) back|disput\\w+|claim|deal with you|sort (?:you|this) out|handle|does|gets the)|buyer protection|revers(?:e|es|ed|ing) the (?:charge|payment)|reported (?:you|this|it|the shop) to|ask(?:ed)? the (?:platform|marketplace) to|a-to-z)\\b',
    threat: 0.8,
    pull: { anger: 0.3 },
  },
  {
    name: 'zh.own-management',
    pattern:
      '总部|总经理|总监|老板|店长|经理|主管|内部投诉|差评|一星|拉黑|取关|隔壁|别家|换一家|同行|表扬|好评|安利|种草',
    threat: -0.3,
  },
  {
    name: 'en.own-management',
    pattern:
      '\\b(?:head office|headquarters|ceo|your (?:boss|owner|manager|supervisor|director)|owner|one star|1 star|bad review|competitors?|shop elsewhere|next door|five stars|loved|recommend(?:ed|ing)?)\\b',
    threat: -0.3,
  },
  {
    name: 'zh.trade',
    pattern:
      '博主|达人|合作|置换|带货|投放|佣金|推广|约稿|采访|编导|撰稿|选题|报价|联动|采购|招商|加盟|直播的|刷(?:粉|评)|删差评|粉丝(?=.{0,6}(?:合作|接|置换|报价))|网上(?:说|讲|有人|看)|新闻(?:里)?(?:说|讲)|听说',
    threat: -0.8,
  },
  {
    name: 'en.trade',
    pattern:
      "\\b(?:influencers?|bloggers?|collab\\w*|partner(?:ship)?|sponsor\\w*|pr (?:package|sample)s?|interview|writing (?:about|an article)|press (?:kit|inquiry|enquiry|contact)|props|affiliate|commission|wholesale|franchise|followers and likes|cheap followers|what(?:'s| is) on tv|the news said|i read (?:that|the|this)|a friend said|somebody on|supervisor|team leader|next level)\\b",
    threat: -0.8,
  },
  {
    name: 'zh.procedure',
    pattern:
      '问问而已|随便问|了解一下|先了解|怎么个流程|流程|要多久|等多久|需要(?:先)?(?:去|开)|要不要(?:先)?(?:去|报|开)|是先.{1,8}还是|是不是要|对吗|哪个(?:官网|编号)|官网查|备案|检测报告',
    threat: -0.6,
    pull: { neutral: 0.3 },
  },
  {
    name: 'en.procedure',
    pattern:
      "\\b(?:out of curiosity|just (?:asking|wondering|curious)|how long does|how does (?:a|the)|what happens (?:if|when)|would (?:a|the)|do i (?:have|need) to|do you need|is there a fee|should i (?:call|go|report)|haven't opened|lab report|certificate|registration)\\b",
    threat: -0.6,
    pull: { neutral: 0.3 },
  },
];
