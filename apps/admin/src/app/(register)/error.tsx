'use client';

import { ErrorNotice } from '../../features/errors/error-notice.tsx';

/** Replaces a page that failed to render. */
export default function ErrorPage({
  error,
  reset,
}: {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}) {
  return <ErrorNotice digest={error.digest} retry={reset} />;
}
