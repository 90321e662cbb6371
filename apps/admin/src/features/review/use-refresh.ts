'use client';

import { useRouter } from 'next/navigation';
import { useWork } from '../changeset/work-provider.tsx';

/** Shows the page anew, and lets the changeset bar see what has become of the changeset in hand. */
export function useRefresh(): () => void {
  const router = useRouter();
  const work = useWork();
  return () => {
    router.refresh();
    void work.refresh();
  };
}
