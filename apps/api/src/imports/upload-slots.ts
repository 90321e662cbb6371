/** Limits the uploads that this process reads at the same time. */
export interface UploadSlots {
  /**
   * Takes a slot for an upload of a user. Returns the function that gives it back, or which limit is reached: that of
   * the user or that of the process.
   */
  readonly take: (user: string) => (() => void) | 'perUser' | 'inAll';
}

/** Creates slots: at most `perUser` of one user, and `inAll` together. */
export function uploadSlots({ perUser, inAll }: { readonly perUser: number; readonly inAll: number }): UploadSlots {
  const taken = new Map<string, number>();
  let total = 0;
  return {
    take: (user) => {
      const own = taken.get(user) ?? 0;
      if (own >= perUser) return 'perUser';
      if (total >= inAll) return 'inAll';
      taken.set(user, own + 1);
      total += 1;
      return () => {
        const left = (taken.get(user) ?? 1) - 1;
        if (left > 0) taken.set(user, left);
        else taken.delete(user);
        total -= 1;
      };
    },
  };
}
