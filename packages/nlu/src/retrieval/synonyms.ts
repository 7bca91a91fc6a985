/**
 * Words for one thing in a shop's service, a line each, Chinese and English together: whoever asks for 邮费 finds
 * 运费 and "shipping fee". Written for this project from how customers speak; a shop adds its own lines.
 */
const zhEnService = `
发货,发出,寄出,出库,发走,走件,揽收,给我寄,啥时候寄,几号寄,发的出来,发得出,寄过来,没寄,还没打包,出仓,dispatch,dispatched,ship out,leave the warehouse,leaves,sent out,goes out,go the same day,same day,什么时候发,啥时候发,能发,不发,发吗,发走没,仓库,安排发,发得出来
快递,物流,包裹,货,件,单子,运输,parcel,package,delivery,shipment,courier,my stuff,my order,post
多久,几天,啥时候,什么时候,何时,几号,多长时间,要走多久,几时,哪天,多少天,how long,how many days,when,time
收到,到货,送到,到手,送达,能到,到了没,抵达,arrive,arrived,delivered,get here,receive,received,come
查,查询,进度,到哪,哪个城市,在哪了,到哪儿了,跟踪,追踪,进展,track,tracking,where is,wheres,where's,status
不更新,不动,没动静,没消息,停滞,卡住,没更新,不动弹,没走,死了一样,没有消息,转圈,没再动,stuck,not moving,no scans,no update,hasn't moved,no movement,same place
丢,丢件,丢失,弄丢,搞丢,找不到件,遗失,没影,lost,lose,missing parcel,disappeared
签收,代签,妥投,被签,签的,显示签收,显示送达,marked delivered,shows delivered,says delivered,signed
快递柜,丰巢,驿站,柜子,菜鸟,代收点,自提柜,locker,pickup point,pick up point
送货上门,上门,送上楼,送到家,door,home delivery
地址,收件人,收货信息,门牌,收货人,收件电话,搬家,address,house number,apartment
加商品,加一件,加到,再加,补一件,加进去,多买,凑一起发,数量,规格,add to my order,add something
催,催一下,快点,急,尽快,加急,赶紧,hurry,rush
有效果,没效果,无效,见效,管用,不管用,白用,no results,doesn't work for me
改,修改,换成,更改,换一个,填错,写错,输错,打错,错了,change,switch,swap,edit,fix,correct,update,wrong number,改一下,改成,帮我改
取消,撤掉,撤单,不要了,不想要,退掉,作废,拍错,重复买,买重,cancel,cancelling,by mistake,changed my mind,don't want,不买了,不想买,退了吧
拦截,拦下,叫回来,追回,召回快递,截住,intercept,recall the parcel,stop the parcel
延后,晚点发,先别发,推迟,压着,晚几天,暂缓,延迟发货,过几天再发,delay,hold,postpone,later date
邮费,运费,邮资,快递费,包邮,免邮,免运费,运输费,shipping fee,postage,shipping cost,freight,delivery fee,free shipping,postage is free
新疆,西藏,拉萨,乌鲁木齐,青海,内蒙古,宁夏,海南,偏远,remote
香港,澳门,台湾,台北,氹仔,港澳,港澳台,高雄,九龙,hong kong,macau,taiwan,taipei,新界,旺角,台中
国外,海外,境外,出国,留学,美国,英国,加拿大,澳洲,日本,新加坡,国际,overseas,abroad,international,toronto,canada,uk,usa,singapore,australia,outside china,my country,马来西亚,韩国,法国,德国,外国
关税,税,交税,清关,海关,税费,customs,duty,duties,import tax,taxes,seized
保税,跨境,进口,bonded,cross-border
身份证,实名,身份信息,id card,identity
额度,限额,allowance,quota
顺丰,sf express,sf
哪家快递,什么快递,快递公司,哪家物流,中通,圆通,韵达,which courier,carrier,zto,yto
春节,过年,除夕,大年,年初,新年,spring festival,chinese new year
大促,双十一,双11,618,6.18,双十二,活动期间,sale,double 11,double eleven,big sale
预售,定金,尾款,付定,pre-order,preorder,presale,deposit
缺货,断货,没货,补货,断码,卖完,无货,到货通知,啥时候有,有货,out of stock,back in stock,restock,sold out,available again
停产,下架,旧版,老款,以前那款,找不到链接,discontinued
限购,加不进,拍不了,下不了单,灰色,购物车,cart,checkout
拆单,两个包裹,分开发,一部分,分成,没一起,split,two parcels,only part,half of my order
两个地址,多地址,分开寄,two addresses
破损,碎,漏,坏,裂,断了,压坏,破,磕,洒,大洞,broken,damaged,leaked,leaking,smashed,cracked,snapped,spilled,shattered
少发,漏发,少了,没放,漏了,缺,少一,只看到一,没有收到,missing,not in the box,wasn't inside,wasnt inside,incomplete,forgot,落了,没跟着来,没一起来,没给,没装,没见着,少给
发错,错发,不一样,不是我拍,拍的是,寄成,你发了,来的是,wrong item,wrong product,wrong shade,isn't what i ordered,the wrong,寄错,送错,拿错,配错,颜色不对,型号不对,不是我要的,来的不是
退货,退回,寄回,退掉,想退,能退,可以退,给退,退不,退换,send back,return,returns,returning,give back,能不能退,怎么退,要退,退吗,退么,退了
退款,退钱,钱退,把钱,返还,到账,退的钱,钱没到,钱在哪,refund,refunded,money back,my money,退给我,退我,钱还没,没退,退支付宝,余额没变,钱呢
七天无理由,七天,7天,无理由,不喜欢,seven days,return policy,return window,how many days have i got
第八天,超过七天,过了七天,超期,过期退,too late to return
拆封,打开,用过,试过,试了,开过,撕了,塑封,没拆,opened,tried it,used it,swatched,seal,unsealed,开封,开封洗过,洗过,抹过,涂过,擦过,用了一次,用了几次,挤过
试用,先试,小样,小包,体验装,中样,试用装,试香,sample,samples,testers,sachet,try first
赠品,送的,满赠,赠,附赠,礼品,满额送,gift,freebie,free gift,promised gift,满送,送不送,送什么,买一送一,gwp
运费险,退货补贴,保险,insurance
谁承担,谁出,谁付,归我,要自己付,垫,谁来付,who pays,do i pay,pay for,cover
流程,怎么弄,怎么申请,第一步,在哪里申请,教教我,怎么办理,怎么操作,steps,how do i start,where do i ask,how to apply,apply
驳回,拒绝,不通过,打回来,没通过,被拒,rejected,refused,denied,declined
仅退款,不退货,只退钱,不想退货,without returning,refund only,keep it
换货,换一个,换新,换颜色,换瓶,换个,换支,调换,exchange,swap,replacement,replace
差价,补差,补钱,补多少,price difference,difference
质量,毛病,不良,泵坏,喷头,按压,压不出,喷不出,泵头,pump,dispenser,nothing comes out,faulty,defect,quality,盖子裂,盖子坏,坏掉,用了没几天,不出液,拧不动,生锈,掉色
降价,保价,价保,买贵,便宜了,跌价,刚买就,价格保护,今早,price drop,price protection,went down,cheaper now,dropped
优惠券,券,红包,兑换码,优惠码,代金券,coupon,coupons,voucher,vouchers,promo code,discount code
叠加,一起用,同享,同时用,再用券,stack,combine,together
领,领取,哪里领,藏哪,在哪领,where do i find,claim
不能用,用不了,无效,没减,灰的,不可用,失效,invalid,doesn't work,not working,won't apply
新人,新客,第一次买,第一单,首单,新用户,first order,new customer,signing up
打折,便宜点,优惠,少点,折扣,划算,抹零,议价,discount,cheaper,deal
凑单,凑满,还差,凑,搭个,top up
直播间,直播,主播,live stream
付款,支付,付钱,怎么付,刷卡,云闪付,信用卡,微信支付,支付宝,payment,pay,amex,visa,mastercard,paypal,card,直接付,银行卡,工商银行,建行,招行,农行,储蓄卡,数字人民币,抖音支付
货到付款,到付,收到再付,货到再给,cash on delivery
分期,免息,花呗,六期,利息,几期,instalment,installments
付款失败,支付异常,付不了,不成功,报错,卡死,declined,payment failed,won't go through
重复扣,扣了两次,两笔,多扣,扣两遍,扣款重复,付了两遍,charged twice,duplicate,double charge,two payments
订单关闭,自动取消,关闭,超时,没付款,待付款,order closed,expired order
发票,开票,抬头,税号,电子票,专票,普票,invoice,receipt,报账,报销,财务要票,收据,票,开张票
专票,增值税,一般纳税人,13个点,vat
会员,清和会,金卡,黑金,银卡,等级,member,membership,gold,level,入会,vip
积分,分,攒分,points,积分抵,分数,当钱花,抵现,point
降级,掉级,保级,保得住,到期,downgrade
生日,生日礼,生日月,birthday
过期,清零,失效,清,有效期,到期,expire,expires,expiry,run out,expired
客服,人工,真人,机器人,换人,打电话给我,转人工,human,agent,real person,support,talk to someone,call me,经理,主管,领导,活人,叫你们
几点,营业,上班,开门,关门,在线时间,夜里,晚上,hours,opening,open,close
投诉,举报,意见,差劲,complaint,complain,complaints,report,态度差,态度恶劣
实体店,门店,线下,店里,柜台,专柜,到店,能摸到,store,stores,shop,physical
自提,到店取,取货,pick up,collect
线上线下,同价,网上贵,门店贵
礼盒,包装,送人,礼物,礼袋,gift wrap,wrapping
贺卡,卡片,祝福语,写句话,handwritten,card,note
小票,价格单,看到价格,露出金额,看到金额,price slip,without the price
验证码,收不到码,登录短信,verification code,code,短信没有,短信还是没有,60秒,动态码,短信收不到
手机号,换号,绑定,phone number,手机卡,旧号,老号码,新号码,登不进,停机
密码,password,locked
账号,账户,账号合并,并到一块,account,acct,merge
注销,销号,删除账号,delete my account,close my account,close my acct,deleting
短信,推广,广告,推送,退订,营销,骚扰,marketing,unsubscribe,promo texts,spam,texting me,骚扰短信,促销短信,别发短信,别给我发,天天发短信
被盗,陌生人登录,盗号,异常登录,hacked
评价,评论,晒图,差评,好评,追评,打分,晒五星,review,reviews,rating,晒单,中评,写评价
返现,有奖,奖励,红包,cash back,reward
建议,主意,反馈,suggestion
问卷,满意度,调查,打分的链接,survey
诈骗,冒充,骗子,共享屏幕,点链接,自称,假客服,scam,someone called,suspicious,fraud,退三倍,加微信退,陌生电话,让我下载
拒收,验货,当面,开箱,打开看看,签收前,refuse the parcel,先拆,拆开看,不能先拆,验一下
确认收货,自动收货,系统确认,confirm receipt
找订单,订单不见,翻不到,以前买的,历史订单,order history
保价,贵重,八百多,insured
对公,转账,公司账户,采购,团购,批量,企业,年会,员工,wholesale,bulk,corporate,company
代理,加盟,一件代发,代发,供货,拿货,开网店,distribute,distribution,reseller,sell your
博主,达人,带货,推广合作,合作,五万粉,小红书,influencer,creator,collaborate,collab,tiktoks,pr boxes
记者,采访,应聘,招人,简历,press,job,jobs,hiring
正品,真货,真假,防伪,验真,假货,扫码,genuine,real,fake,authentic,counterfeit,legit,是真的,真的假的,怎么知道真,保真,专柜正品
授权,代购,闲鱼,拼多多,微商,amazon,shopee,ebay,reseller,official store
假一赔三,赔偿,赔,理赔,compensation
召回,批次,recall,recalled,batch
抽检,不合格,通报,药监,nmpa,fda,regulator,registered,approved,registration
备案,特证,国妆,注册证,特字
检测报告,质检,报告,检验,带章,test report
12315,监管,市场监管,消协,起诉,法律,诉讼,法院,律师,仲裁,legal,court,sue,regulates,dispute further
拒付,争议交易,盗刷,chargeback,dispute the charge,dispute it,disputed,my bank
个人信息,数据,隐私,信息泄露,泄露,我的信息,personal data,gdpr,privacy,leak,breached,my data
删除信息,删掉,撤回授权,delete my data
个性化,算法,自动化,automated,robot decision
人脸,测肤,测皮肤,照片,皮肤检测,skin test photo
孩子乱下单,未成年,偷偷,小孩买,minor,my kid,my son,my daughter,used my card,without permission,behind my back
礼品卡,储值,余额,购物卡,gift card,giftcard
代付,亲情卡,朋友付
去世,过世,亲人
残疾,视障,盲人,读屏,聋,听障,聋哑,deaf,blind,screen reader,visually impaired,accessibility
空瓶,回收,环保,塑料,泡沫,气泡膜,纸箱,recycle,empties,recyclable,plastic,packaging waste,攒了一堆,旧瓶,瓶子攒,空罐
替换芯,替换装,补充装,换芯,refill,refills
天气,暴雨,台风,大雪,疫情,停运,snow,snowstorm,typhoon,storm,weather,suspended
高温,天热,夏天,四十度,融化,会化,热,melt,melted,heat,hot
空运,香水慢,喷雾慢,限制,air freight,restricted,vanish from my cart,cannot be sent
学校,部队,监狱,医院收
飞机,托运,随身,登机,flight,plane,hand luggage,carry-on,flying
公益,捐,charity,donate
免费试用,试用官,众测,体验官,报名,tester,testers,trials,test new products
刻字,定制,engrave,engraved,engraving,initials
标错价,一分钱拍,低价单,标9块9,pricing error
划线价,原价,虚高,先涨后降
广告,夸大,虚假宣传,全网第一,false advertising
三包,保修,warranty
汇率,货币,美元,欧元,currency,exchange rate,dollar price
外币卡,境外卡,外国visa,foreign card
`;

const zhEnBeauty = `
油皮,油性,大油田,出油,油得反光,大油皮,脸油,油田,oily,greasy,shiny
干皮,干性,沙漠皮,脸干,起皮,干巴巴,擦都干,紧绷,dry skin,flaky,peels,dry,tight,drier
混合,混油,t区,鼻子油,两颊干,combination
敏感肌,敏皮,敏感,容易红,容易刺痛,sensitive,everything burns,stings,burns,换什么都过敏,过敏体质,用啥都红,脆弱
肤质,什么皮肤,测肤质,我是什么皮,skin type,oily or dry
屏障,烂脸,红血丝,用坏,修护,修复,barrier,over-exfoliated,damaged skin
换季,季节,三月份,春天,season
痘痘,长痘,爆痘,闭口,粉刺,青春痘,全是痘,痘,acne,pimples,breakouts,breaking out,clogged pores,spots
黑头,毛孔,blackheads,pores
痘印,红印,黑印,印子,acne marks,marks,hyperpigmentation,dark spots,痘疤,疤,痘坑
美白,变白,提亮,暗沉,发黄,黑黄,又黑又黄,白回来,brighten,dull,whitening
斑,晒斑,黄褐斑,雀斑,淡斑,dark spots,freckles,melasma
晒黑,军训,tan,tanned
晒伤,晒脱皮,晒红,海边,sunburn,sunburnt
抗老,抗衰,皱纹,细纹,法令纹,抬头纹,紧致,刚满三十,anti-aging,anti aging,anti-ageing,wrinkles,fine lines,ageing,抗初老,三十,松弛,垮,下垂,显老,老了
黑眼圈,眼袋,眼周,eye bags,dark circles,puffy,puffiness,bags under
眼霜,eye cream
脂肪粒,小白粒,milia
顺序,先后,谁在前,先用哪个,步骤,先擦,order of application,layer,layering,what order,before or after
叠加使用,一起涂,搭配,一起用,混着,同时,叠,跟,搭,一起上,mix,mixed,together,combine,w/
冲突,相冲,不能和,禁忌,会怎样,conflict,what not to mix
面膜,敷,sheet mask,mask,masks,masking
睡眠面膜,sleeping mask,overnight
防晒,spf,sunscreen,pa,sun cream
补涂,用量,涂多少,几个小时,隔几个小时,reapply,how much,enough
搓泥,起屑,起泥,泛白条,pills,pilling,balls up,little balls,rolling
物理防晒,化学防晒,泛白,mineral,chemical,white cast,white as a ghost
卸妆,卸,卸妆油,卸妆水,卸妆膏,乳化,cleansing oil,makeup remover,double cleanse,balm
洗脸,洗面奶,清洁,洁面,清水洗,cleanse,cleanser,wash my face
烟酰胺,b3,niacinamide
维c,vc,维生素c,vitamin c,vit c
a醇,视黄醇,夜曲,晚a,retinol,nocturne
早c晚a,维c 视黄醇,c in the morning
酸,刷酸,果酸,水杨酸,棉片,aha,bha,acid,acids,salicylic,exfoliate,exfoliating,exfoliation
玻尿酸,透明质酸,水光,hyaluronic,ha serum
神经酰胺,分子钉,ceramide
积雪草,cica
胜肽,多肽,蓝铜,peptide,peptides,copper
传明酸,tranexamic
角鲨烷,护肤油,squalane,facial oil
二裂酵母,小黑瓶,bifida
熊果苷,377,arbutin
耐受,建立耐受,新手,第一次用,刚开始,隔几天,一周几次,tolerance,beginner,start,how often,begin
脱皮,爆皮,蜕皮,起皮,peeling,peel,flaking
刺痛,热辣,辣,疼,火辣,灼热,stinging,sting,burn,burning,tingle
过敏,红肿,起疹,风团,发痒,痒,脸肿,红痒,红疹,allergic,allergy,reaction,rash,itchy,hives,swollen,bumps,broke me out,好痒,起疙瘩,又红又,红一片,冒小疹子,肿了
不耐受,正常反应,是过敏吗,purge,purging
过敏测试,耳后,先在哪,哪块皮肤试,试敏,patch test,patch testing,test first
医药费,医院,看医生,挂号,拿药,误工费,报销,er visit,hospital,doctor,medical,bill
眼睛,进眼,辣眼,流眼睛里,in my eye,in my eyes,eyes
误食,吃了,喝了,吞,swallowed,ate
怀孕,孕期,孕妇,备孕,有了宝宝,测出,两条杠,pregnant,pregnancy,trying to conceive,positive test,the baby,孕早期,孕中期,孕晚期,大肚子,几个月身孕,怀上,准妈妈
哺乳,喂奶,母乳,breastfeeding,nursing
儿童,小孩,宝宝,小朋友,几岁,孩子,五岁,kids,child,children,yr old,year old,toddler
青少年,学生,初三,中学生,十五岁,teenager,teen
男士,男生,剃须,老公,men,shaving,husband,boyfriend
老人,奶奶,妈妈,长辈,父母,七十岁,六十岁,mature,elderly
医美,光子,水光针,激光,热玛吉,点痣,术后,laser,microneedling,peel treatment,injections,treatment,皮秒,刷酸术,打针,做完光子,做完激光,超声炮,微针
医用敷料,械字号,medical dressing
伤口,挤痘,破了,wound
湿疹,玫瑰痤疮,皮炎,脂溢,eczema,rosacea,dermatitis
药膏,阿达帕林,a酸,异维a酸,吃药,medication,tretinoin
香精,无香,香料,味道,fragrance,fragrance free,perfume in,scent,without perfume
酒精,乙醇,alcohol
防腐剂,尼泊金,苯氧乙醇,mit,preservatives,parabens
激素,糖皮质,hormone,steroid
重金属,铅,汞,超标,lead,heavy metal
纯素,素食,动物实验,动物来源,vegan,cruelty-free,cruelty free,animal
闷痘,致痘,comedogenic,clog
保存,冰箱,放哪里,阳台,搁,避光,storage,store,fridge,shelf
保质期,生产日期,批号,日期,最新,临期,日期新,expiry date,batch code,12m
开封,开盖,开了盖,开了半年,after opening,opened for
变黄,氧化,变色,棕色,橙色,turned brown,orange,brown,oxidised
分层,沉淀,出水,变稀,冻,结块,颗粒,结晶,沙沙,separated,grainy,grains,watery
味道变,怪味,酸味,闻着,smell,smells,odd
没装满,八分满,大半瓶,容量,少装,half empty,not full
口红,唇釉,膏体,唇膏,lipstick
色号,颜色,试色,显白,黄皮,黑黄皮,哪个好看,红棕,死亡芭比粉,shade,shades,colour,color,suits
拔干,卡唇纹,唇纹,上嘴,嘴皮,drying lips
粉底,气垫,底妆,粉底液,foundation,cushion,n15,n20
卡粉,浮粉,脱妆,斑驳,一块一块,cakey,patchy
粉扑,puff
睫毛膏,晕染,眼线,眼妆,mascara,smudge
香水,留香,持久,香多久,香多长时间,淡香,edp,edt,perfume,fragrance,lasts,stay on,last all day
身体乳,鸡皮,body lotion
头皮,头皮屑,脱发,生姜,掉头发,scalp,hair
刮痧,gua sha
湿敷,化妆水,爽肤水,纯露,toner
见效,效果,有用,没用,一点用都没有,多久有用,没变化,results,notice anything,see anything,work,effect
全套,一个系列,套装,整套,一个牌子,水乳霜,full set,whole routine
顾问,一对一,帮我看看皮肤,方案,分析,consultation,advisor
熬夜,通宵,加班,late nights
`;

const groupsOf = (lines: string): string[][] =>
  lines
    .split('\n')
    .map((line) =>
      line
        .split(',')
        .map((phrase) => phrase.trim())
        .filter(Boolean),
    )
    .filter((group) => group.length > 1);

const service = groupsOf(zhEnService);

/** The built-in groups: each a list of phrases that mean the same to a shop. Service comes first. */
export const defaultSynonyms: readonly (readonly string[])[] = [...service, ...groupsOf(zhEnBeauty)];

/** Groups before this number are about service (delivery, money, account), the others about goods and skin. */
export const serviceGroups = service.length;
