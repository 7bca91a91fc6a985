/**
 * Terms of Chinese online trade that jieba's general dictionary lacks or cuts apart (七天无理由 would be three
 * words). General terms only: products and ingredients of a shop come from the caller.
 */
export const SERVICE_WORDS: readonly string[] =
  `七天无理由 无理由退货 七天无理由退货 运费险 退运费险 退货运费险 上门取件 上门取货 退换货 退货退款 仅退款 极速退款
先行赔付 假一赔十 假一赔三 假一赔四 退一赔三 保价 价保 价格保护 保价申请 晒单 好评返现 返现 满减 满赠 预售 尾款 定金
优惠券 代金券 红包 拼单 拼团 秒杀 百亿补贴 直播间 小样 赠品 正装 试用装 会员卡 积分商城 快递单号 物流单号 运单号
订单号 订单编号 发货 未发货 已发货 催发货 延迟发货 签收 已签收 代签收 拒收 派件 派送 揽收 揽件 驿站 菜鸟驿站 丰巢
快递柜 自提点 顺丰 中通 圆通 申通 韵达 极兔 京东物流 邮政 客服 人工客服 转人工 人工服务 售后 售后单 工单 换货 补发
漏发 错发 少发 破损 漏液 临期 过期 日期不新鲜 保质期 批号 防伪码 正品 假货 过敏 烂脸 刺痛 泛红 起疹子 敏感肌 干皮
油皮 混油皮 痘痘肌 孕妇可用 花呗 白条 分期 支付宝 微信支付 发票 电子发票 专票 增值税 抬头 税号 改地址 修改地址
收货地址 收件人 电话号码 手机号 注销账号 绑定手机 双十一 双十二 六一八 年货节 工商局 消费者协会 消协 差评 追评 投诉 举报
啥时候 咋办 咋弄 咋回事 为啥 亲亲 宝子 种草 拔草 空瓶 回购`
    .split(/\s+/)
    .filter((word) => word.length > 1);
