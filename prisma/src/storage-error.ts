/** The causes of storage errors, for callers that handle some of them. */
export type StorageErrorCode =
  | 'NO_BINARY'
  | 'CANNOT_START'
  | 'CANNOT_STOP'
  | 'CANNOT_CONNECT'
  | 'TOO_OLD'
  | 'WRONG_ENCODING'
  | 'WRONG_LOGIN'
  | 'LOGIN_IN_USE'
  | 'NEWER_RELEASE'
  | 'EDITED_MIGRATION'
  | 'MIGRATION_FAILED'
  | 'NO_REGISTER'
  | 'BACKUP_FAILED'
  | 'INVALID_BACKUP'
  | 'NEWER_BACKUP'
  | 'WRONG_PASSPHRASE'
  | 'NOT_EMPTY'
  | 'UNFINISHED_RESTORE';

/** An error of the storage that an operator can fix. Print its message, which is for the operator, without a stack. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly code: StorageErrorCode;

  constructor(code: StorageErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
