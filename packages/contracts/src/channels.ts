import { z } from 'zod';
import { Id, isStorable, Language, Line } from './base.ts';
import { Theme } from './identity.ts';

/** Minutes from midnight, shop time. `to` may pass midnight (up to 48 h). */
export const OpeningSlot = z.object({
  /** ISO weekday: 1 Monday … 7 Sunday. */
  weekday: z.number().int().min(1).max(7),
  from: z.number().int().min(0).max(1440),
  to: z.number().int().min(1).max(2880),
});
export type OpeningSlot = z.infer<typeof OpeningSlot>;

const Localised = (max: number) => z.object({ 'zh-CN': Line(max), en: Line(max) });

/** Settings of one web-chat widget. */
export const WidgetSettings = z.object({
  shopName: Localised(60),
  greeting: Localised(200),
  /** Shown outside opening hours; the shopper may leave an e-mail address. */
  awayMessage: Localised(400),
  /** Likely questions, sent with one tap. */
  starters: z.array(Localised(80)).max(5),
  colour: z.string().regex(/^#[0-9a-fA-F]{6}$/),
  theme: Theme,
  language: Language.nullable(),
  position: z.enum(['right', 'left']),
  timeZone: z.string().max(60),
  openingHours: z.array(OpeningSlot).max(50),
  /** Web origins that may carry the widget; empty: any. */
  allowedOrigins: z.array(z.url().max(200).refine(isStorable)).max(50),
  teamId: Id.nullable(),
});
export type WidgetSettings = z.infer<typeof WidgetSettings>;

/** A channel of type web. `key` is public and stands in the script tag. */
export const WebChannel = z.object({
  id: Id,
  name: z.string(),
  key: z.string(),
  settings: WidgetSettings,
  isEnabled: z.boolean(),
  version: z.number().int(),
});
export type WebChannel = z.infer<typeof WebChannel>;
export const SaveWebChannel = z.object({ name: Line(60), settings: WidgetSettings, isEnabled: z.boolean() });

/** Shown once: the secret with which the shop signs its logged-in shoppers. */
export const ChannelSecret = z.object({ secret: z.string() });
