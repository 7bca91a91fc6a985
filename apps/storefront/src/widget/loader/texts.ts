import type { Language } from '@xiaoer/contracts';

/** The few words that stand before the panel and its language are loaded. */
export const LOADER_TEXTS = {
  'zh-CN': {
    open: '打开在线客服',
    close: '关闭在线客服',
    unread: '打开在线客服，{n} 条新消息',
    loading: '正在打开在线客服',
    failed: '在线客服没有打开，请检查网络后再点一次',
    title: '({n}) 新消息',
  },
  'zh-TW': {
    open: '開啟線上客服',
    close: '關閉線上客服',
    unread: '開啟線上客服，{n} 則新訊息',
    loading: '正在開啟線上客服',
    failed: '線上客服沒有開啟，請檢查網路後再點一次',
    title: '({n}) 新訊息',
  },
  en: {
    open: 'Open support chat',
    close: 'Close support chat',
    unread: 'Open support chat, new messages: {n}',
    loading: 'Opening support chat',
    failed: 'The chat did not open. Check your connection and try again.',
    title: '({n}) New message',
  },
} as const satisfies Record<Language, Record<string, string>>;
