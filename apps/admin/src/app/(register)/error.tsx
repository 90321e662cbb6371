'use client';

import { ErrorNotice } from '../../features/errors/error-notice.tsx';

/** In place of a page that could not be made. */
export default function ErrorPage({
  error,
  reset,
}: {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}) {
  return <ErrorNotice digest={error.digest} retry={reset} />;
}
