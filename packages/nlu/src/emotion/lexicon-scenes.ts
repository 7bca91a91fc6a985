import type { Concept } from './types.ts';

/**
 * Scenes that carry a feeling without naming it: a loss in the family, a rude courier, a rash at night, a charge that
 * nobody made. Weak alone; the trained model weighs them.
 */
export const sceneConcepts: readonly Concept[] = [
  {
    name: 'zh.loss',
    pattern:
      '过世|去世|病逝|离世|离开(?:了)?(?:我们|人世)|不在了|没能(?:等|撑|见|用|收)|走得(?:早|急|突然)|生前|遗(?:物|愿|像|体)|葬礼|丧|祭|忌日|老伴|亡|住院|病重|病危|手术|化疗|癌|流产|分手|离婚|失恋|失业|裁员|丢了工作',
    pull: { sadness: 1.3 },
  },
  {
    name: 'zh.resigned',
    pattern:
      '就这样吧|随(?:便|它|你们)吧|不(?:争|计较|折腾|奢|强求|抱希望|指望|期待|等|追究|勉强)了?|没(?:力气|心情|精力|劲|指望)|懒得|习惯了|看开|认命|自认|活该|吃亏|怪自己|凉了?$|觉得凉|心里凉|难免|不得已|实在没|只(?:好|能|得)(?!用|发|退|换)|大概(?:是|找|没)|估计(?:是|找|没|拿|赶)|怕是|恐怕|没缘|无缘|有缘无分|到头来|结果(?:还是|却|呢|没|白)|竟|偏偏|刚(?:好|巧)(?:错|没|卖)|再(?:也)?没|舍不得|找遍|问遍|翻遍|以为|本来|原本|还指望|满心|满怀|兴冲冲|特意|专门|攒了|省吃俭用|生活费|饭钱|工资|一个月的|学生党|白(?:等|跑|折腾|费|搭|熬)|空(?:手|等|跑)|黄了|泡汤|没用上|用不上|没赶上|错过|够不着|不方便|腿脚|行动不便|一个人',
    pull: { sadness: 0.8, anger: 0.15 },
  },
  {
    name: 'zh.harm',
    pattern:
      '裂(?:了)?(?:口|开)|口子|针扎|扎(?:得|脸)|挠|抓(?:破|出)|结痂|起壳|渗|水泡|小泡|血泡|起泡|红印|印子|火烧|烧得|烧(?:起来|脸)|烫|花脸|脸花|脸(?:都)?(?:花|肿|废|毁|烂)了?|不敢(?:洗|碰|出门|见人|涂|用)|睡不着|醒(?:了|来)|一碰就|一笑就|说话都|张(?:不开)?嘴|眼(?:睛)?(?:肿|红|睁)|嘴(?:唇|角)?(?:肿|裂|麻)|喉咙|心慌|胸闷|越(?:来越|用越|涂越)(?:红|肿|痒|疼|严重|多|厉害|糟|烂)|扩散|蔓延|消不下去|退不下去|没消|不消|好不了|停药|停用|医嘱|大夫|医生让|皮肤科|诊断|确诊|急诊|挂(?:了)?(?:号|水)',
    pull: { worry: 0.9, anger: 0.15 },
  },
  {
    name: 'zh.unknown',
    pattern:
      '谁(?:买|下|签|拿|领|用|动|登|改|取|付|点)(?:的|了|走)|没(?:签|买|下单|授权|同意|点|操作|登录|碰)过|(?:不是|并非)我(?:本人|的|点|下|买|签)|多(?:出|了)(?:一)?(?:笔|单|个)|莫名(?:其妙)?(?:扣|少|多)|代扣|自动扣|扣费|跳(?:了|出|着)|连着|领走|拿走|取走|冒领|代收|他人|陌生|租客|邻居|物业|保安|前台|不接电话|打不通|关机|停机|没(?:影|露面|见着|见到|着落|信)|影子都|压根没|根本没|从没|一直没|没回音|查无|不存在|失踪|消失|蒸发|断(?:了)?联|最后(?:一条|更新)|停留|原地|卡(?:着|这|那)|困在',
    pull: { worry: 0.7, anger: 0.4 },
  },
  {
    name: 'zh.unsure',
    pattern:
      '是不是(?:得|要|该|应该|会|可以|不能)|要不要(?:停|去|紧|换|告诉|先)|该不该|行不行啊|对不对|会怎(?:样|么)|怎么(?:养|补救|挽回|恢复|救|收场|处理才)|还(?:能|有)(?:救|办法|机会|希望|补救)|有(?:没有)?(?:办法|救|影响|危险|后果)|影响(?:大|宝|胎|孩)|伤(?:不伤|害)|能(?:匀|恢复|好|消|治|养)(?:回来)?|来得及|赶得及|心(?:里)?(?:发毛|打鼓|悬|不踏实|没谱)|睡(?:不好|不着)|第一次(?:遇|碰|用|这样)|从来没(?:遇|碰|这样)|突然|忽然|一下子|一夜之间|早上起来|越想越',
    pull: { worry: 0.9 },
  },
  {
    name: 'zh.rude',
    pattern:
      '怼|抬杠|爆粗|粗口|骂|吼|凶(?:我|巴|得|人)|甩脸|脸色|不耐烦|阴阳怪气|冷嘲|嘲笑|讽刺|翻白眼|挂(?:了)?(?:我)?电话|挂断|直接挂|不尊重|没礼貌|没素质|素质|态度|嚣张|威胁|恐吓|歧视|看不起|瞧不起|爱(?:要|买|退|来|收)不|扔(?:在|到|门|下|地|了|进|过|驿)|摔|踢|踹|砸|抛|丢(?:在|到)(?:门|地|楼|驿|草|垃圾)|敲诈|索要|要(?:小费|红包|好评)|吸烟|抽烟|迟到|磨洋工|培训|上岗|机器人(?:一样|似的)|背台词|念稿|车轱辘|复述|重复(?:一样|同样|问)',
    pull: { anger: 1.1 },
  },
  {
    name: 'zh.refused',
    pattern:
      '不(?:送|肯|让|给|管|认|承认|作为|退|赔|换|通过|处理|同意|批|回|理|接|听|看|讲|兑现|负责|算数|道歉)(?!可以|吗|么|换|的话)|拒绝|驳回|退回来|打回|说不(?:行|能|给|退)|非(?:说|让|得)|硬(?:说|是|塞|要)|赖(?:账|掉|皮)|反悔|变卦|出尔反尔|说变就变|朝令|前(?:脚|后)(?:矛盾)?|(?:两|三|几|每)(?:个)?(?:人|客服)(?:.{0,4})(?:两|三|几|不同|不一样)|说法不一|自相矛盾|对不上|改(?:不了|口)|撤(?:了撤|单吧)|不买了|不等了|算谁|怨谁|谁的(?:错|责|锅)|什么(?:章程|结论|态度|水平|玩意)|交代|补偿什么|怎么(?:赔|补偿|算)|医药费|误工|精神损失|吐出来|关门|倒闭|退场|做不(?:下去|长)|口碑|招牌|信誉|信用',
    pull: { anger: 0.8 },
  },
  {
    name: 'zh.delight',
    pattern:
      '夸|满分|十分好|转圈|蹦|跳起来|尖叫|啊啊啊|绝美|美(?:哭|炸|翻|呆|死)|好看(?:哭|死|炸)|香(?:迷|晕|死|哭)|闪|嘻+|嘿+|嘎+|嘤|冲鸭|催更|等不及|盼(?:着|星星)|骑到|飞奔|快来|快到碗里|搓手|摩拳|入坑|上头|真爱|本命|白月光|心头好|老公(?:说|夸)|闺蜜(?:说|夸|都|也)|同事(?:说|夸|都|问)|都(?:说|夸|问我|来问)|显(?:白|气色|年轻)|年轻(?:了)?|变(?:白|嫩|滑|亮|好)|不(?:裂|干|痒|红|痘)了|消(?:了|下去)|好了(?:好多|很多|不少|大半)|有救|救(?:了我|星|场|命)|服帖|贴妆|细腻|惊为|一绝|无敌|天花板|国货(?:之光|yyds)|没话说|挑不出|给跪|跪了|磕(?:一个|头)|表扬|表白|锦旗|五星|打call|良心(?:价|店|企业|产品|品牌)|童叟|实在|厚道|业界|比.{1,8}(?:好用|强)|再来|还要|囤|安利|推荐(?:给|了)|第[二三四五六\\d]+(?:瓶|支|盒|次)(?:回购|买)?|空瓶',
    pull: { joy: 1.1 },
  },
  {
    name: 'en.loss',
    pattern:
      "\\b(?:passed(?: away)?(?: on| last| in|,|\\.|$)|died|dying|death|(?:she|he|mum|mom|dad|grandma|gran|nan)(?:'s| is| has) gone|funeral|widow(?:er)?|grie(?:f|ving)|bereave\\w*|hospice|cancer|miscarriage|lost my (?:job|mum|mom|dad|husband|wife|baby)|broke up|break-?up|divorc\\w+|laid off)\\b",
    pull: { sadness: 1.4 },
  },
  {
    name: 'en.resigned',
    pattern:
      "\\b(?:a+h well|oh well|whatever|all i have left|don't expect|not expecting|didn't expect much|no point|what's the use|came and went|without (?:it|the)|too late|missed|tragic|can't (?:bring myself|look at it|face)|only wanted|just wanted|thought (?:i'd|i had|it|this)|hoped|was going to be|meant (?:to|as|so much)|saved (?:up|for)|grocery|rent money|last of my|my savings|wiped|gone now|ended up|turned out|in the end|settle for|make do|learn to live|suppose|shame|pity|hate (?:doing|to do) this|one last time|last time i ask|nothing left|crumbs|as dust|to dust|first (?:winter|date|home)|together|memories|favorite|favourite)\\b",
    pull: { sadness: 0.8 },
  },
  {
    name: 'en.harm',
    pattern:
      "\\b(?:on fire|blister\\w*|split open|cracked (?:lips|skin)|needles|weeping|oozing|scab\\w*|erupt(?:ed|ing)|flar(?:e|ed|ing)(?: up)?|spread(?:ing)?|getting worse|worse (?:and|every|by)|won't (?:go away|calm|stop|heal)|keeps? me (?:up|awake)|can't (?:sleep|open|smile|touch|go out)|all over (?:my|her|his)|tight and|angry red|raw|welts?|lids?|patch(?:es|y)|overdid|too much|mixed up|by mistake|accident(?:al)?ly|push through|recover|damage|permanent|specialist|prescri\\w+|antihistamine|urgent care|ambulance)\\b",
    pull: { worry: 0.9, anger: 0.1 },
  },
  {
    name: 'en.unknown',
    pattern:
      "\\b(?:who (?:ordered|signed|took|bought|authori[sz]ed|is this)|wasn't me|not me|i was asleep|never (?:heard|signed|authori[sz]ed|agreed|saw|set)|don't recogni[sz]e|unrecogni[sz]ed|stranger|somebody else|someone signed|got hit for|debit alerts?|alerts?|at 3 ?am|bank says|my bank|says (?:settled|paid|nothing)|no sign|no trace|vanished|limbo|nowhere|gone quiet|not answering|won't (?:answer|open|pick up)|old (?:address|flat|number|sim)|neighbou?r|tenants?|porch|only tapped once|unknown|two payments)\\b",
    pull: { worry: 0.8, anger: 0.3 },
  },
  {
    name: 'en.unsure',
    pattern:
      "\\b(?:do i (?:have|need) to (?:stop|see|worry|throw|go)|should (?:i|we) (?:stop|push|see|keep|rinse|be)|is (?:that|this|it) (?:normal|okay|ok|bad|dangerous|a problem)|can (?:this|it) be (?:fixed|saved|undone)|how do i (?:recover|fix|calm|save)|any (?:word|news|way|hope|chance)|just found out|suddenly|overnight|out of nowhere|woke up|doomed|i'm (?:lost|stuck|scared)|not sure (?:if|what|whether)|no idea (?:what|how|if)|getting (?:nervous|worried)|please tell me|please (?:check|look|confirm)|fingers crossed|will i)\\b",
    pull: { worry: 0.9 },
  },
  {
    name: 'en.rude',
    pattern:
      "\\b(?:yell(?:ed|ing)|shout(?:ed|ing)|swore|swearing|cursed|hung up|lost (?:his|her) temper|threw|thrown|tossed|kicked|dumped|chucked|slammed|refused|mocked|sneer\\w*|rolled (?:his|her) eyes|attitude|talked down|condescend\\w*|patroni[sz]\\w*|snapped at|dismiss(?:ed|ive)|contradict\\w*|passed around|bounced|transferr?ed (?:me )?(?:\\d|three|four|five|again)|different (?:answers?|stor(?:y|ies))|crickets|spinner|doom|deserve|bad rating|never rings?|didn't (?:even )?(?:ring|knock|call|bother)|asked (?:me )?for a tip|blam(?:e|ed|ing)|accus(?:ed|ing)|stall(?:ing)?|dodg(?:e|ing)|excuses|no apology|not even|without (?:asking|any warning|warning|permission|telling)|scrap it|zero received|dead on arrival|half empty|what are you offering|who's (?:going to pay|paying)|compensated?|wonderful planning|nice touch)\\b",
    pull: { anger: 1 },
  },
  {
    name: 'en.delight',
    pattern:
      "\\b(?:ten out of ten|10\\/10|goddess|queen|convert(?:ed|s)?|grinning|over the moon|take my money|heaven(?:ly)?|worth every (?:penny|cent)|best (?:\\w+ )?purchase|everyone (?:asked|asks|noticed)|people (?:asked|queued|noticed|stop)|keeps stealing|compliment\\w*|thank you kindly|bless you|like magic|magic|a dream|dreamy|silk(?:y)?|never looked better|confidence back|second bottle|third bottle|stock(?:ed|ing) up|won me over|customer for life|my new|go-to|staple|on repeat|where art thou|pretty please|squeal\\w*|dancing|happy dance|happy tears|exceeded|above and beyond|turned .{3,30} into a lovely|handled it (?:so )?well|that was quick|super fast|so fast|gorgeous|swoon\\w*|chef's kiss|flawless|good as new|cleared up|calmed (?:it|my|right) down)\\b",
    pull: { joy: 1.2 },
  },
  {
    name: 'zh.authority',
    pattern:
      '消费者(?:委员会|委|维权)|消委|公堂|对簿|对质|公道|评理|讨(?:个)?公道|争议单|卡组织|银联|visa|网信办|广电|民生(?:频道|节目|热线)?|帮忙(?:栏目|节目)|栏目|频道|第三方(?:检测|机构|鉴定)?|鉴定|检测机构|送检|维权群|集体|受害者|受害人|长文|避雷(?:帖|贴)|大家评|网友评|万粉|粉丝|直播(?:曝|说|讲)|头条|上新闻|上电视|上热搜|登报|材料(?:已|都|我)|书面(?:答复|回复|投诉)|函|法务|司法|检察|依法|追究|责任|保留.{0,6}权利|权利|合法权益|赔偿法|消保法|消法|食药|卫生局|工信部|银保监|邮政局|交通局|旅游局|海关举报|税务举报|举报信|实名',
    threat: 1,
    pull: { anger: 0.5 },
  },
  {
    name: 'en.authority',
    pattern:
      '\\b(?:barrister|counsel|legal|law ?suit|papers|served|tribunal|magistrate|consumer (?:show|programme|program|desk|forum|board|rights)|channel \\d+|tv (?:show|crew)|documentary|podcast|headline|front page|all over the internet|internet|the whole (?:internet|world)|review sites?|every (?:review|forum|group)|facebook group|group chat|hashtag|thread|petition|class action|victims|formal (?:notice|complaint|demand)|in writing|written (?:reply|response)|rights|statutory|under the (?:law|act|consumer)|the (?:act|law)|case number|claim (?:number|form)|reported to|marketplace|payment provider|card network|reverse the (?:charge|payment)|stop the payment|fraud (?:team|department|report))\\b',
    threat: 0.9,
    pull: { anger: 0.4 },
  },
  {
    name: 'zh.going-out',
    pattern:
      '123(?:00|05|15|21|31|39|45|58|66|78|81|88)|96110|96315|\\b110\\b|三一五|爆料|报料|投稿|新闻热线|黄金眼|都市频道|直播间(?:骂|喷|曝)|写(?:长文|帖|笔记|文章|稿)|发(?:笔记|帖|视频|文|文章|声明|贴吧)|拍(?:成)?视频|录(?:成)?视频|挂(?:你|上|在|到|出)|@(?:官方|微博|小红书|抖音)|话题(?:都|已)?|评评理|让人(?:评|看)|看看你们(?:的)?(?:嘴脸|德行|真面目)|真面目|嘴脸|臭名|名声|立案|开庭|上诉|诉(?:你|状|求)|律所|学法|法学|懂法|打(?:个)?官司|递(?:了|上|交)|提交(?:了)?(?:材料|证据|投诉|举报)|登记(?:了|编号|在案)|备案了|反映(?:到|给)|投诉到|举报到|告到|捅到|闹(?:到|大)|找(?:媒体|记者|消协|工商|律师|法院|平台|官方|银行|上级|你们总部|说理|地方说理)|说理的地方|(?:银行|支付宝|微信|花呗|信用卡)(?:那边)?(?:我)?(?:止付|申诉|追款|撤销|争议|拒付|投诉|要回|追回|拿回)|追款|止付|追回(?:钱|款)|店铺(?:评分|扣分|举报)|扣分|封店|关店|查封|查(?:你|处|办)|罚款|上门(?:查|检查)|(?:让|叫)(?:他们|监管|工商|警察)(?:来|查|找)',
    threat: 1.3,
    pull: { anger: 0.7 },
  },
  {
    name: 'en.going-out',
    pattern:
      '\\b(?:advertising standards|data protection (?:authority|regulator|commissioner)|action fraud|cyber ?crime|ic3|state attorney|small[- ]claims|letter before (?:action|claim)|see you in court|take (?:you|this|it) (?:to|further)|taking (?:you|this|it) (?:to|further)|escalat(?:e|ing) (?:this |it )?(?:to|outside|externally)|go(?:ing)? (?:over your heads|elsewhere with this|to (?:my bank|the bank|the papers|the police|the news|court|visa|paypal))|(?:call|contact|ring|email|write to|phone|tell|message|tag|talk to)(?:ing|ed)? (?:my (?:bank|lawyer|card|credit card)|the (?:police|press|papers?|news|bank|authorit\\w+|regulator|ombudsman)|visa|mastercard|amex|paypal|a (?:lawyer|solicitor|journalist|reporter))|tweet(?:ing)?|post(?:ing|ed)? (?:this|it|everything|the (?:photos|screenshots|video|chat)|about|on|photos|screenshots|a video|my)|filming|video(?:ing)? (?:this|it|goes)|goes (?:online|viral|live|public|up)|make (?:this|it) public|whole world|let (?:everyone|people|the world) know|people (?:will|should|deserve to) know|reputation|file(?:d)? (?:a|an|the) (?:claim|complaint|case|report|dispute)|filing|claw(?:ing)? (?:it|the money) back|reverse (?:it|the)|pull the (?:money|payment)|bank (?:will|can|to) (?:sort|handle|deal|get|claw|reverse)|a-to-z|case (?:with|at) (?:paypal|ebay|amazon)|my (?:cousin|uncle|friend|brother|sister|wife|husband|dad|mum) (?:is|works|writes) (?:a|at|for|in))\\b',
    threat: 1.3,
    pull: { anger: 0.6 },
  },
  {
    name: 'zh.cross',
    pattern:
      '[?？]{2}|(?:什么|啥)(?:时候|玩意|鬼|垃圾|破)(?:才|是)|能不能行|行不行[！!]|有完没完|没完了|烦不烦|累不累|要等到|等到(?:何年|什么时候|猴年|过年|明年)|几个(?:月|星期|礼拜)了|第[几N]次|三番(?:两|五)次|一而再|再而三|反反复复|屡次|多次|无数次|天天(?:催|说|等|都)|一(?:拖|推)再|推三阻四|说话不算|言而无信|不守信|失信|诚信|食言|打脸|自打|睁眼(?:说)?瞎|胡说|乱说|瞎说|扯(?:皮|谎)|耍嘴|嘴硬|装(?:看不见|没看见|糊涂)|视而不见|敷衍了事|应付|交差|走过场|形式主义|不走心|不当回事|不负责任|没责任心|店大欺客|欺客|欺骗消费者|消费者(?:就|活该|好)|顾客(?:就|不是|当)|花钱(?:买|受)|买罪受|找气受|受气|堵心|添堵|闹心|糟糕|太失败|差到|差评(?:预定|警告|安排)|劝退|别买|后悔买|再信你们|再买是|脸(?:呢|面)|好意思吗|亏你们|枉我|白瞎|对得起|凑合|蒙混|以次充好|偷工减料|缩水|虚标|挂羊头|货不对板|图文不符|照骗|两副面孔|变脸|翻脸|过河拆桥|卸磨',
    pull: { anger: 1.2 },
  },
  {
    name: 'en.cross',
    pattern:
      "\\b(?:enough(?: already)?|sort (?:it|this) out|get a grip|wake up|do your job|one job|amateur(?:s|ish)?|cowboys?|circus|shower of|couldn't care less|don't care|nobody cares|hopeless (?:service|company|lot)|waste of space|fuming|done waiting|tired of|sick of|bored of|how (?:dare|hard|long|many) |where(?:'s| is) (?:it|the|my)\\b.{0,24}!|why (?:is|are|was|were|do|did) (?:you|it|this|my|nobody|no one)|you (?:had|have) (?:one|two|three|all|a)|you (?:said|told|promised) .{2,40}(?:liar|lie|not|never|nothing|still|but)|another (?:excuse|apology|template|delay|week)|same (?:copy|template|line|reply)|template|robotic|auto[- ]?reply|parrot|broken record|round in circles|in circles|going nowhere|wild goose|passing the buck|buck|finger[- ]pointing|lip service|empty promises|hot air|nonsense|rubbish|tosh|codswallop|laughable|insulting|embarrassing|disrespect\\w*|unhelpful|useless|clueless|careless|reckless|negligen\\w+|irresponsible|shoddy|cheap(?:skates?)|greedy|penny[- ]pinching|money[- ]grab\\w*|daylight|extort\\w*|hidden (?:fee|charge|cost)s?|sneaky|shady|dodgy|tricked|duped|conned|swindled|fooled|took me for|treat me like|like (?:an? )?(?:idiot|fool|criminal|dirt)|not good enough|won't (?:accept|stand|tolerate)|unforgivable|inexcusable|last straw|final straw|never coming back|take my (?:money|business) elsewhere|shop elsewhere)\\b",
    pull: { anger: 1.2 },
  },
  {
    name: 'zh.anxious',
    pattern:
      '担惊|惶|忧|操心|揪心|悬着|悬(?:得|啊)|发愁|愁(?:死|人|得)|急得|急着|急坏|着急上火|坐立|失眠|胡思乱想|心里(?:慌|怕|急|不安)|手(?:抖|心)|腿软|吓(?:一|得|我|着)|后怕|可怕|恐怖|要命|糟了|完了|完蛋|坏了坏了|惨了|死定|来不及怎么|万一(?:是|有|真|不|过)|真的(?:没问题|没事|安全|可以吗)|确定(?:没|安全|不会|能)|保证(?:没|不会|能)|会(?:不会)?(?:有|出|留|影响|丢|坏|过敏|毁|传染|中毒|怀孕|流产|畸|致|被|真|越|一直)|对(?:宝宝|胎儿|孩子|身体|皮肤|肝|肾)(?:有|会|好)|(?:宝宝|胎儿|孩子)(?:会|有|没)|有毒|毒性|不良|激素(?:脸|吗)|依赖|反弹|戒断|烂脸了?(?:吗|怎么)|毁(?:了|容)|永久|治(?:得|不)好|恢复(?:得|不)了|留疤|救(?:命|急|救|一下)|求(?:助|救|解|指导)|急救|怎么处理|怎么抢救|要(?:不要)?去医院|用不用(?:去|看|吃药)|先(?:停|洗)|赶紧(?:洗|停)|冒充|假冒|钓鱼|木马|病毒|验证码(?:给|告诉|发)|转账|银行卡(?:号|密码)|密码(?:给|泄|改)|被(?:扣|刷|盗|登|改|骗|拿|偷|领|骗)|异地登录|异常|风险|封(?:号|了)|冻结|余额(?:没|少|不)|钱(?:会不会|还能|能不能|拿|要)|赶(?:飞机|火车|时间|着|不)|(?:明|后|今)天(?:就)?(?:走|出发|要用|要|飞|结婚|生日|考|面试|截止|到期)|最后一天|倒计时|怎么还(?:没|不)|还没(?:到|发|收|动|消息|退)|一直(?:没|不|显示|在)',
    pull: { worry: 1.1 },
  },
  {
    name: 'en.anxious',
    pattern:
      "\\b(?:worried sick|freak(?:ed|ing)|dread(?:ing)?|on edge|heart (?:is )?(?:racing|sank)|can't (?:stop thinking|relax|breathe)|anxiously|tense|uneas\\w+|unsure|uncertain|hesitant|wary|cautious|suspicio\\w+|sketchy|legit(?:imate)?|am i (?:okay|ok|safe|going to|at risk|in danger|being|too late)|is my (?:skin|face|baby|money|card|account|data|order|parcel|package|refund)|will (?:my|the|it|this|i) .{0,30}(?:lost|late|okay|ok|scar|harm|hurt|damage|ruin|make it|in time|come back|be safe|affect|expire)|could (?:it|this|they|my) (?:be|have|harm|hurt|cause|affect|get|damage)|might (?:it|this|be|have|not)|does (?:that|this|it) mean (?:it|i|my|that)|harm(?:s|ed|ful)? (?:my|the|to)|risk(?:y|s)?|danger(?:ous)?|unsafe|poison(?:ous|ed|ing)?|toxic|emergency|urgent care|a&e|should i (?:go|call|take|use|be|get|wash|worry)|what do i do|what should i|what now|please (?:tell me|reassure|help|hurry)|i need (?:this|it) (?:by|before|for)|running out of time|cutting it (?:close|fine)|last minute|won't (?:make it|arrive|come|get here)|not (?:going to )?(?:make it|arrive)|hasn't (?:arrived|moved|come|shipped|updated)|still (?:hasn't|not|no)|no (?:updates?|movement|sign|news|trace)|went missing|gone missing|not (?:there|here|in)|never (?:got|received|came|ordered|asked)|someone (?:has|is|might|got|else)|somebody (?:has|is|else)|hacked|compromised|stolen|fraud(?:ulent)?|identity|phishing|weird (?:charge|call|text|email|message)|strange (?:charge|call|text|email|message|login))\\b",
    pull: { worry: 1 },
  },
  {
    name: 'zh.down',
    pattern:
      '心碎|心塞|心累|心酸|泪目|泪崩|眼泪|流泪|哭(?:晕|惨|湿|唧)|想哭|呜+|委屈巴巴|可怜|惨(?:兮|了|啊)|凄凉|冷清|孤零|无助|无力|颓|丧气|泄气|气馁|灰(?:头|心)|失落|落寞|怅|惆|难免失|扫兴|败兴|没意思|没劲|提不起|打不起|自责|愧疚|内疚|对不起(?:她|他|妈|孩|女|爸)|辜负|让(?:她|他|妈|孩子|女儿|儿子|爸).{0,4}失望|(?:她|他|妈|孩子|女儿|儿子).{0,6}(?:哭|难过|失望|伤心)|(?:最后|唯一)(?:一|的).{0,8}(?:没|碎|丢|坏|了)|等(?:了)?(?:一|两|三|半)?(?:年|个月).{0,6}(?:没|还|结果|却)|攒(?:了)?(?:很久|好久|半年|一年|钱)|期待(?:了|已久|很久|落空|的)|希望(?:落空|破灭)|梦(?:碎|一场)|泡影|终究|还是(?:算了|没赶上|没等|错过|没有)|错付|不值|可惜了|遗憾啊|好遗憾|晚了|没机会|没(?:能|有)(?:赶|等|送|用)上|不如以前|变了|再也回不|不是(?:原来|以前|那个)(?:的)?(?:味|样|感)|怀念|念旧|停产(?:了)?(?:吗|啊|呀)?|绝版|告别|再见了',
    pull: { sadness: 1.2 },
  },
  {
    name: 'en.down',
    pattern:
      "\\b(?:heart(?:ache|sick|s? sank)|tearful|sob(?:bing|bed)?|wept|weeping over|crestfallen|dejected|deflated|dishearten\\w+|discourag\\w+|let ?down|down in the|blue about|low about|feel(?:ing)? (?:sad|low|blue|hopeless|defeated|guilty|stupid|ugly|old|empty|left out|forgotten|invisible)|defeated|lonely|forgotten|left out|empty[- ]handed|spoil(?:ed|t)|ruin(?:ed|s) (?:the|her|his|my|our)|broke (?:her|his|my) heart|(?:she|he|my (?:mum|mom|daughter|son|gran|wife|husband)) (?:cried|was (?:so )?(?:upset|sad|disappointed|crushed)|burst into tears)|so much for|was (?:so )?(?:looking forward|excited|hoping)|waited (?:so long|months|weeks|all)|saved (?:up|for)|last one|only one|one of a kind|irreplaceable|can't be replaced|no longer (?:make|sell|have|available)|miss (?:the old|it|my|this)|used to (?:be|work|love|have)|not what it (?:was|used)|end of an era|goodbye|farewell|sadly|regrettably|alas|unfortunately|pity|shame|bummer|gutting|sorry for myself|what a (?:let|disappoint)|not (?:for me|meant to be)|wasn't to be|guess (?:it|that|i)|i'll (?:just )?(?:live with|do without|manage|go without|give up)|giving up on|lost hope|out of hope)\\b",
    pull: { sadness: 1.2 },
  },
];
