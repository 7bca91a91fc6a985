export { type CarrierMatch, matchCarriers } from './carriers.ts';
export { createEntityFinder, type EntityFinder, maxEntityText } from './find.ts';
export type { Entity, EntityLists, EntityOptions, EntityType, ListEntry } from './types.ts';
