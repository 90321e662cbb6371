import type { ErrorCode } from '../errors.ts';
import { limits } from '../limits/limits.ts';

/** Why an upload is refused: an HTTP status, a code and a message, with the limit and what was asked if it is a limit. */
export interface UploadRefusal {
  readonly status: number;
  readonly code: ErrorCode;
  readonly message: string;
  readonly limit?: number;
  /** What the upload would have needed of the limit; absent if that is not known. */
  readonly asked?: number;
  /** Seconds after which the upload may succeed; absent if waiting does not help. */
  readonly retryAfter?: number;
}

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1024 / 1024)} MB`;

/** Returns the refusal of a file that is larger than files may be. `size` is its size if it is known. */
export function fileTooLarge(size?: number): UploadRefusal {
  const limit = limits.body.importFile;
  return {
    ...{ status: 413, code: 'BODY_LIMIT', limit },
    ...(size === undefined ? {} : { asked: size }),
    message: `A file can have at most ${megabytes(limit)}. Compress it with gzip, or split it.`,
  };
}

/** Returns the refusal of one file too many in an import. */
export function tooManyFiles(): UploadRefusal {
  return {
    ...{ status: 400, code: 'BAD_USER_INPUT', limit: limits.importFiles, asked: limits.importFiles + 1 },
    message: `An import can have at most ${limits.importFiles} files. Start another import for the others.`,
  };
}

/** Returns the refusal of a file for which there is no space. `used` and `size` are bytes. */
export function noSpace(quota: 'perUser' | 'inAll', used: number, size: number): UploadRefusal {
  const limit = limits.importStorage[quota];
  const message =
    quota === 'perUser'
      ? `There is no space for this file of ${megabytes(size)}: your imports have ${megabytes(used)} of files, and may have ${megabytes(limit)}. Cancel imports that you no longer need, or have their changesets merged.`
      : `There is no space for this file of ${megabytes(size)}: the imports of all users have ${megabytes(used)} of files, and may have ${megabytes(limit)}. Cancel imports that you no longer need, or ask an administrator to cancel those of others.`;
  return { status: 409, code: 'STORAGE_LIMIT', message, limit, asked: used + size };
}

/** Returns the refusal of an upload beside too many others. */
export function tooManyUploads(reached: 'perUser' | 'inAll'): UploadRefusal {
  const limit = limits.uploads[reached];
  const common = { code: 'UPLOAD_LIMIT', limit, asked: limit + 1, retryAfter: 10 } as const;
  return reached === 'perUser'
    ? {
        ...{ ...common, status: 429 },
        message: `You are uploading ${limit} files already. Wait until one of them is uploaded, and try again.`,
      }
    : {
        ...{ ...common, status: 503 },
        message: `The desk is receiving ${limit} files already, which is its limit. Try again in ten seconds.`,
      };
}

/** The refusal of a file for an import that takes no more files. */
export const importClosed: UploadRefusal = {
  ...{ status: 409, code: 'BAD_USER_INPUT' },
  message: 'Files cannot be added to an import that is running, written, cancelled or expired. Start another import.',
};

/** The refusal of a file for an import that is not the user's. */
export const notOwnImport: UploadRefusal = {
  ...{ status: 403, code: 'FORBIDDEN' },
  message: 'You have no import with this id. Add the file to an import of your own, or start another one.',
};
