'use client';

import { Button } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import type { ReactNode } from 'react';

/**
 * The button that sends a form of a signed-out page. It is disabled until the scripts of the page run: until then, a form
 * would be sent to the page itself, which would show it empty again.
 */
export function SubmitButton({ isBusy, children }: { readonly isBusy: boolean; readonly children: ReactNode }) {
  const isReady = useMounted();
  return (
    <Button type="submit" loading={isBusy} disabled={!isReady}>
      {children}
    </Button>
  );
}
