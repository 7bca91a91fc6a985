export { type LearnedRetrieval, loadRetrieval, saveRetrieval } from './model-file.ts';
export type { Ranker } from './rank.ts';
export { type Directions, learnRelations, type RelationOptions, type TermRelations } from './relations.ts';
export { KnowledgeIndex, type KnowledgeIndexOptions, type SearchOptions } from './search.ts';
export { defaultSynonyms } from './synonyms.ts';
export {
  type GroupedText,
  learnShopRelations,
  type RankerTrainingOptions,
  type RetrievalModel,
  trainRetrieval,
} from './train.ts';
export type { KnowledgeEntry, LabelledQuery, MatchedTerm, SearchHit, SearchResult } from './types.ts';
export type { Votes } from './votes.ts';
