import { ModelError, packModel, unpackModel } from '../model/index.ts';
import type { Ranker } from './rank.ts';
import type { TermRelations } from './relations.ts';
import type { RetrievalModel } from './train.ts';

/** Everything learned for an index; spread it into KnowledgeIndexOptions. */
export interface LearnedRetrieval extends RetrievalModel {
  readonly relations: TermRelations;
}

/** What was learned as bytes for a file: the container of src/model, kind `retrieval`. */
export function saveRetrieval({ relations, ranker, votes }: LearnedRetrieval): Uint8Array<ArrayBuffer> {
  return packModel({
    kind: 'retrieval',
    meta: {
      ranker,
      relations: { version: relations.version, size: relations.size, terms: relations.terms },
      votes: { version: votes.version, ids: votes.ids, terms: votes.terms },
    },
    arrays: { vectors: relations.vectors, weights: relations.weights, votes: votes.weights },
  });
}

/** Reads what `saveRetrieval` wrote. @throws ModelError for damaged bytes, another kind of model or another layout. */
export function loadRetrieval(bytes: Uint8Array): LearnedRetrieval {
  const { meta, arrays } = unpackModel(bytes, 'retrieval');
  const { ranker, relations, votes } = meta as {
    readonly ranker: Ranker;
    readonly relations: Pick<TermRelations, 'version' | 'size' | 'terms'>;
    readonly votes: Pick<RetrievalModel['votes'], 'version' | 'ids' | 'terms'>;
  };
  const { vectors, weights, votes: voteWeights } = arrays;
  if (
    !(
      vectors instanceof Float32Array &&
      weights instanceof Float32Array &&
      voteWeights instanceof Float32Array
    ) ||
    vectors.length !== relations.terms.length * relations.size ||
    voteWeights.length !== votes.terms.length * votes.ids.length
  ) {
    throw new ModelError('nlu.model_damaged', 'the arrays of the retrieval model do not fit its terms');
  }
  return { ranker, relations: { ...relations, vectors, weights }, votes: { ...votes, weights: voteWeights } };
}
