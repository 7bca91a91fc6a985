/** Province-level divisions of China and their prefecture-level cities (administrative divisions code GB/T 2260). */
export const provinces: Readonly<Record<string, string>> = {
  北京: '',
  上海: '',
  天津: '',
  重庆: '',
  河北: '石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水',
  山西: '太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁',
  内蒙古: '呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 兴安盟 锡林郭勒 阿拉善',
  辽宁: '沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛',
  吉林: '长春 四平 辽源 通化 白山 松原 白城 延边',
  黑龙江: '哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭',
  江苏: '南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 昆山 江阴 张家港 常熟 太仓 宜兴',
  浙江: '杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 义乌 慈溪 余姚 诸暨 海宁 桐乡',
  安徽: '合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城',
  福建: '福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 晋江 石狮 福清',
  江西: '南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶',
  山东: '济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 莱芜',
  河南: '郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源',
  湖北: '武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 仙桃 潜江 天门 神农架',
  湖南: '长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西',
  广东: '广州 深圳 韶关 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮',
  广西: '南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左',
  海南: '海口 三亚 三沙 儋州 琼海 文昌 万宁',
  四川: '成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 阿坝 甘孜 凉山 西昌',
  贵州: '贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南 黔东南 黔南 凯里',
  云南: '昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄 红河 文山 西双版纳 大理 德宏 怒江 迪庆 香格里拉',
  西藏: '拉萨 日喀则 昌都 林芝 山南 那曲 阿里',
  陕西: '西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛',
  甘肃: '兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏 甘南 敦煌',
  青海: '西宁 海东 海北 黄南 海南州 果洛 玉树 海西 格尔木',
  宁夏: '银川 石嘴山 吴忠 固原 中卫',
  新疆: '乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉 博尔塔拉 巴音郭楞 库尔勒 阿克苏 克孜勒苏 喀什 和田 伊犁 伊宁 塔城 阿勒泰 石河子',
  台湾: '台北 高雄 台中 台南 新北 桃园 新竹 基隆 嘉义',
  香港: '九龙 旺角 铜锣湾 新界',
  澳门: '',
};

/**
 * Names that are first of all common words: 开封 (to unseal), 安康 (well), 白银 (silver). They count only with
 * 市, 州 or a province beside them, or after a verb of sending or being somewhere.
 */
export const ambiguousCities = new Set(
  '开封 安康 白银 日照 中山 朝阳 大同 东营 平凉 三明 海北 海西 海东 黄南 山南 阿里 来宾 北海 红河 文山 和田 玉树 天门 四平 通化 黄山 白山 松原 金华 保定 新乡 周口 德州 泰安 长治 南平 安顺 广安 资阳 天水 中卫 固原 黑河 伊春 桃园 新北 宁德 吉安 宜春 德阳 内江 乐山 清远 河源 本溪 丽水 台中 新界 常德 怀化 永州 定西 武威 临夏 海南州 凉山 普洱'.split(
    ' ',
  ),
);

/** Countries, regions and large cities abroad in Chinese: spelling, or `spelling=name` for other spellings. */
export const worldZh =
  '美国 英国 法国 德国 意大利 西班牙 葡萄牙 荷兰 比利时 瑞士 瑞典 挪威 丹麦 芬兰 奥地利 爱尔兰 波兰 希腊 俄罗斯 乌克兰 土耳其 日本 韩国 朝鲜 蒙古 印度 泰国 越南 老挝 柬埔寨 缅甸 马来西亚 新加坡 菲律宾 印尼 印度尼西亚=印尼 澳大利亚 澳洲=澳大利亚 新西兰 加拿大 墨西哥 巴西 阿根廷 智利 南非 埃及 尼日利亚 阿联酋 沙特 以色列 伊朗 巴基斯坦 哈萨克斯坦 中国 大陆 内地 东南亚 欧洲 北美 东京 大阪 京都 北海道 首尔 釜山 济州岛 曼谷 清迈 普吉岛 吉隆坡 槟城 新山 雅加达 巴厘岛 马尼拉 河内 胡志明市 迪拜 纽约 洛杉矶 旧金山 西雅图 芝加哥 波士顿 休斯顿 加州 加利福尼亚=加州 德州州 华盛顿 拉斯维加斯 多伦多 温哥华 蒙特利尔 伦敦 曼彻斯特 爱丁堡 伯明翰 巴黎 里昂 柏林 慕尼黑 法兰克福 汉堡 罗马 米兰 威尼斯 马德里 巴塞罗那 阿姆斯特丹 布鲁塞尔 苏黎世 日内瓦 维也纳 布拉格 莫斯科 悉尼 墨尔本 布里斯班 珀斯 奥克兰';

/** English names, `written=name`; a name alone is its own value. Matched with capitals only where it is also a word. */
export const worldEn =
  "Beijing=北京;Shanghai=上海;Tianjin=天津;Chongqing=重庆;Guangzhou=广州;Shenzhen=深圳;Hangzhou=杭州;Ningbo=宁波;Wenzhou=温州;Nanjing=南京;Suzhou=苏州;Wuxi=无锡;Xiamen=厦门;Fuzhou=福州;Quanzhou=泉州;Chengdu=成都;Wuhan=武汉;Changsha=长沙;Zhengzhou=郑州;Jinan=济南;Qingdao=青岛;Yantai=烟台;Dalian=大连;Shenyang=沈阳;Harbin=哈尔滨;Changchun=长春;Kunming=昆明;Guiyang=贵阳;Nanning=南宁;Guilin=桂林;Haikou=海口;Sanya=三亚;Hefei=合肥;Nanchang=南昌;Taiyuan=太原;Shijiazhuang=石家庄;Lanzhou=兰州;Xining=西宁;Yinchuan=银川;Urumqi=乌鲁木齐;Lhasa=拉萨;Hohhot=呼和浩特;Dongguan=东莞;Foshan=佛山;Zhuhai=珠海;Yiwu=义乌;Xi'an=西安;Hebei=河北;Shanxi=山西;Shaanxi=陕西;Liaoning=辽宁;Jilin=吉林;Heilongjiang=黑龙江;Jiangsu=江苏;Zhejiang=浙江;Anhui=安徽;Fujian=福建;Jiangxi=江西;Shandong=山东;Henan=河南;Hubei=湖北;Hunan=湖南;Guangdong=广东;Guangxi=广西;Hainan=海南;Sichuan=四川;Guizhou=贵州;Yunnan=云南;Gansu=甘肃;Qinghai=青海;Tibet=西藏;Ningxia=宁夏;Xinjiang=新疆;Inner Mongolia=内蒙古;Taiwan=台湾;Taipei=台北;Kaohsiung=高雄;Hong Kong=香港;Kowloon=九龙;Macau=澳门;Macao=澳门;China=中国;mainland China=中国;Japan=日本;Tokyo=东京;Osaka=大阪;Kyoto=京都;Korea=韩国;South Korea=韩国;Seoul=首尔;Busan=釜山;Singapore=新加坡;Malaysia=马来西亚;Kuala Lumpur=吉隆坡;Penang=槟城;Johor Bahru=新山;Indonesia=印尼;Jakarta=雅加达;Bali=巴厘岛;Philippines=菲律宾;Manila=马尼拉;Thailand=泰国;Bangkok=曼谷;Chiang Mai=清迈;Vietnam=越南;Hanoi=河内;Ho Chi Minh City=胡志明市;India=印度;Mumbai=孟买;Delhi=德里;Dubai=迪拜;UAE=阿联酋;Saudi Arabia=沙特;Israel=以色列;Turkey=土耳其;Egypt=埃及;South Africa=南非;Nigeria=尼日利亚;Kenya=肯尼亚;United States=美国;USA=美国;U.S.=美国;US=美国;the States=美国;New York City=纽约;New York=纽约;NYC=纽约;Los Angeles=洛杉矶;San Francisco=旧金山;San Diego=圣迭戈;San Jose=圣何塞;Seattle=西雅图;Portland=波特兰;Chicago=芝加哥;Boston=波士顿;Houston=休斯顿;Dallas=达拉斯;Austin=奥斯汀;Texas=得克萨斯;Florida=佛罗里达;Miami=迈阿密;California=加州;Ohio=俄亥俄;Oregon=俄勒冈;New Jersey=新泽西;Washington=华盛顿;Las Vegas=拉斯维加斯;Hawaii=夏威夷;Atlanta=亚特兰大;Denver=丹佛;Philadelphia=费城;Canada=加拿大;Toronto=多伦多;Vancouver=温哥华;Montreal=蒙特利尔;Calgary=卡尔加里;Ottawa=渥太华;Mexico=墨西哥;Brazil=巴西;Argentina=阿根廷;Chile=智利;United Kingdom=英国;UK=英国;Britain=英国;England=英格兰;Scotland=苏格兰;Wales=威尔士;Northern Ireland=北爱尔兰;Ireland=爱尔兰;Dublin=都柏林;London=伦敦;Manchester=曼彻斯特;Birmingham=伯明翰;Leeds=利兹;Bristol=布里斯托;Liverpool=利物浦;Edinburgh=爱丁堡;Glasgow=格拉斯哥;Cardiff=加的夫;France=法国;Paris=巴黎;Lyon=里昂;Germany=德国;Berlin=柏林;Munich=慕尼黑;Frankfurt=法兰克福;Hamburg=汉堡;Italy=意大利;Rome=罗马;Milan=米兰;Spain=西班牙;Madrid=马德里;Barcelona=巴塞罗那;Portugal=葡萄牙;Lisbon=里斯本;Netherlands=荷兰;Amsterdam=阿姆斯特丹;Belgium=比利时;Brussels=布鲁塞尔;Switzerland=瑞士;Zurich=苏黎世;Geneva=日内瓦;Austria=奥地利;Vienna=维也纳;Sweden=瑞典;Stockholm=斯德哥尔摩;Norway=挪威;Denmark=丹麦;Copenhagen=哥本哈根;Finland=芬兰;Poland=波兰;Warsaw=华沙;Greece=希腊;Russia=俄罗斯;Moscow=莫斯科;Australia=澳大利亚;Sydney=悉尼;Melbourne=墨尔本;Brisbane=布里斯班;Perth=珀斯;Adelaide=阿德莱德;New Zealand=新西兰;Auckland=奥克兰;Wellington=惠灵顿;Europe=欧洲";
