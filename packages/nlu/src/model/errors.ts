/** Why a model file was refused. */
export type ModelErrorCode =
  /** Not a model file of this library at all. */
  | 'nlu.model_foreign'
  /** Cut off, or its checksum does not fit. */
  | 'nlu.model_damaged'
  /** Written by a newer or a no longer supported version. */
  | 'nlu.model_version'
  /** A model of another kind, such as a retrieval index where an intent model was asked for. */
  | 'nlu.model_kind'
  /** Training was stopped by the caller. */
  | 'nlu.training_cancelled'
  /** Training failed; `message` says why. */
  | 'nlu.training_failed';

/** An error with a stable code, for translation by clients. */
export class ModelError extends Error {
  readonly code: ModelErrorCode;

  constructor(code: ModelErrorCode, message: string) {
    super(message);
    this.name = 'ModelError';
    this.code = code;
  }
}
