import type { FileRef, Language } from '@xiaoer/contracts';
import type { Readable, Store } from '@xiaoer/sync/store';
import type { StreamStatus } from '@xiaoer/sync/stream';
import type { VisitorState } from '@xiaoer/sync/visitor';
import type { Locale } from './locales/zh-cn.ts';

/** What the loader, which is small and always there, offers the panel, which comes when it is wanted. */
export type Shell = {
  chat: Chat;
  ui: Readable<Ui>;
  /** What is being written; kept while the shopper walks through the shop in this tab. */
  draft: Store<string>;
  close: () => void;
  setSound: (isOn: boolean) => void;
};

export type Ui = {
  isOpen: boolean;
  /** Opened by the shopper now, not carried over from the page before: only then it takes the focus. */
  takesFocus: boolean;
  /** Covers the whole screen: phones. */
  isFull: boolean;
  theme: 'light' | 'dark';
  language: Language;
  locale: Locale;
  hasSound: boolean;
  side: 'left' | 'right';
  colour: string;
  /** The shop has said who the shopper is, so that their name may be used. */
  isIdentified: boolean;
};

/** Why there is no conversation to show: coded by the server, or `network.unreachable`. */
export type ChatState = { visitor: VisitorState | null; stream: StreamStatus; failure: string | null };

export type Chat = Readable<ChatState> & {
  /** Registers if need be and connects; also the way to try again. */
  start: () => void;
  send: (text: string, attachments: readonly FileRef[]) => void;
  retry: (id: string) => void;
  discard: (id: string) => void;
  /** Rejects with ApiError. */
  loadOlder: () => Promise<void>;
  markRead: (number: number) => void;
  setTyping: (isTyping: boolean) => void;
  /** Rejects with ApiError. */
  leaveEmail: (email: string) => Promise<void>;
  /** Rejects with ApiError, or with the signal's reason when cancelled. `share` 0…1. */
  upload: (file: File, onProgress: (share: number) => void, signal: AbortSignal) => Promise<FileRef>;
};
