import type { Concept } from './types.ts';

/** Emoji, kaomoji and punctuation, the same in every language. */
export const signConcepts: readonly Concept[] = [
  {
    name: 'sign.angry',
    pattern: '😡|😠|🤬|👿|💢|😤|🖕|👎|🤮|💩|😾|\\[怒\\]|\\[抓狂\\]|\\[发怒\\]',
    pull: { anger: 2 },
  },
  {
    name: 'sign.wry',
    pattern: '🙃|🙄|😒|😑|😏|🤡|👏|😅|🤨|😬|\\[微笑\\]|\\[再见\\]|\\[鄙视\\]|🙂',
    pull: { anger: 0.9 },
  },
  { name: 'sign.worried', pattern: '😰|😨|😱|😟|😥|😧|😖|😣|🆘|🥺|🙏🙏|\\[惊恐\\]', pull: { worry: 1.4 } },
  {
    name: 'sign.sad',
    pattern: '😭|😢|😞|😔|😿|💔|🥲|☹|😩|😫|🥀|\\[流泪\\]|\\[大哭\\]|\\[难过\\]|qaq|t_t|tat\\b|呜+|嘤+',
    pull: { sadness: 1.1, worry: 0.3 },
  },
  {
    name: 'sign.glad',
    pattern:
      '😊|😀|😁|😃|😄|😆|😍|🥰|😘|😻|❤|💕|💖|💗|💛|💜|🧡|💚|💙|🤍|🌹|🌸|🎉|🎊|✨|👍|💯|🤗|😚|☺|🤩|😋|🫶|💐|🥳|\\[爱心\\]|\\[玫瑰\\]|\\[鼓掌\\]|\\^_\\^|\\^\\^',
    pull: { joy: 1.4 },
  },
  { name: 'sign.pray', pattern: '🙏', pull: { joy: 0.2, worry: 0.2 } },
  {
    name: 'sign.shout',
    pattern: '[!！]{2,}|[?？!！]{3,}|[?？][!！]|[!！][?？]',
    pull: { anger: 0.6, worry: 0.2 },
    urgency: 0.4,
  },
  { name: 'sign.bang', pattern: '[!！]', pull: { anger: 0.2, joy: 0.15 }, urgency: 0.1 },
  { name: 'sign.puzzled', pattern: '[?？]{2,}', pull: { anger: 0.4, worry: 0.2 }, urgency: 0.3 },
  { name: 'sign.trail', pattern: '…|\\.{3,}|。{2,}', pull: { sadness: 0.4, anger: 0.1 } },
  { name: 'sign.wave', pattern: '[~～]', pull: { joy: 0.3, neutral: 0.1 } },
];
