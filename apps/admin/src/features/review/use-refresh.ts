'use client';

import { useRouter } from 'next/navigation';
import { useWork } from '../changeset/work-provider.tsx';

/** Returns a function that reloads the data of the page and of the changeset bar. */
export function useRefresh(): () => void {
  const router = useRouter();
  const work = useWork();
  return () => {
    router.refresh();
    void work.refresh();
  };
}
