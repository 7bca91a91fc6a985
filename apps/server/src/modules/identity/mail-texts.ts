import type { Language } from '@xiaoer/contracts';

type Mail = { subject: string; text: string };

/** Words of the mails that this module sends; the only interface text of the server. */
export const invitationMail: Record<Language, (values: { shop: string; by: string; link: string }) => Mail> =
  {
    'zh-CN': ({ shop, by, link }) => ({
      subject: `${by} 邀请您加入${shop}的客服团队`,
      text: `您好：\n\n${by} 邀请您加入${shop}的客服工作台。请打开下面的链接，设置姓名和密码：\n\n${link}\n\n链接 7 天内有效，只能使用一次。如果您不认识邀请人，忽略这封邮件即可。\n`,
    }),
    'zh-TW': ({ shop, by, link }) => ({
      subject: `${by} 邀請您加入${shop}的客服團隊`,
      text: `您好：\n\n${by} 邀請您加入${shop}的客服工作台。請開啟下面的連結，設定姓名和密碼：\n\n${link}\n\n連結 7 天內有效，只能使用一次。如果您不認識邀請人，忽略這封郵件即可。\n`,
    }),
    en: ({ shop, by, link }) => ({
      subject: `${by} invites you to the service team of ${shop}`,
      text: `Hello,\n\n${by} invites you to the service desk of ${shop}. Open this link to choose your name and password:\n\n${link}\n\nThe link works once, within 7 days. If you do not know the sender, ignore this mail.\n`,
    }),
  };

export const resetMail: Record<Language, (values: { shop: string; name: string; link: string }) => Mail> = {
  'zh-CN': ({ shop, name, link }) => ({
    subject: `重设${shop}客服工作台的密码`,
    text: `${name}，您好：\n\n请打开下面的链接设置新密码：\n\n${link}\n\n链接 1 小时内有效，只能使用一次。如果不是您本人申请，忽略这封邮件即可，密码不会改变。\n`,
  }),
  'zh-TW': ({ shop, name, link }) => ({
    subject: `重設${shop}客服工作台的密碼`,
    text: `${name}，您好：\n\n請開啟下面的連結設定新密碼：\n\n${link}\n\n連結 1 小時內有效，只能使用一次。如果不是您本人申請，忽略這封郵件即可，密碼不會改變。\n`,
  }),
  en: ({ shop, name, link }) => ({
    subject: `Reset your password at ${shop}`,
    text: `Hello ${name},\n\nOpen this link to choose a new password:\n\n${link}\n\nThe link works once, within an hour. If you did not ask for it, ignore this mail; your password stays as it is.\n`,
  }),
};

/** How the mails call a shop that has not said its name yet. */
export const unnamedShop: Record<Language, string> = {
  'zh-CN': '小二',
  'zh-TW': '小二',
  en: 'Xiaoer',
};
