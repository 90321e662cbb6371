'use client';

import { ErrorNotice } from '../../features/errors/error-notice.tsx';

/** The page shown instead of one that failed to render. */
export default function ErrorPage({
  error,
  reset,
}: {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}) {
  return <ErrorNotice digest={error.digest} retry={reset} />;
}
