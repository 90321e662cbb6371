/** What went wrong with storage, for callers that act on it. */
export type StorageErrorCode =
  | 'NO_BINARY'
  | 'CANNOT_START'
  | 'CANNOT_STOP'
  | 'CANNOT_CONNECT'
  | 'TOO_OLD'
  | 'WRONG_ENCODING'
  | 'WRONG_LOGIN'
  | 'NEWER_RELEASE'
  | 'EDITED_MIGRATION'
  | 'MIGRATION_FAILED';

/** A failure that an operator can cure: its message is one clear line, to be shown without a stack. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly code: StorageErrorCode;

  constructor(code: StorageErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
