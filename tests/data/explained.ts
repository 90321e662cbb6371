/** Facts that a source tells of and that do not come in, or stand otherwise in the register: how many, and why. */
export interface Explained {
  readonly outcome: 'CONFLICT' | 'DOUBTFUL' | 'ERROR' | 'LEFT';
  readonly type: string;
  readonly rows: number;
  readonly because: string;
}

/** What is known of each source and the demo register; whatever else is not taken fails the verification. */
export const explained: Readonly<Record<string, readonly Explained[]>> = {
  countrycode: [
    {
      outcome: 'ERROR',
      type: 'ExternalCode',
      rows: 4,
      because:
        'Its rows of Vatican City, Vietnam and Yugoslavia bear numbers of states that others keep apart from these.',
    },
  ],
  'cow-igo': [
    {
      outcome: 'CONFLICT',
      type: 'Organization',
      rows: 3,
      because:
        'NATO is an alliance in the demo register, the Shanghai Cooperation Organization is of 2001, not of the Five of 1996, and the European Economic Community ends with the day before the European Union, not with the year before.',
    },
  ],
  'cow-alliances-by-dyad': [
    {
      outcome: 'ERROR',
      type: 'Obligation',
      rows: 12,
      because:
        'In 1990 it tells West Germany from Germany, and North Yemen from Yemen: in the register each two are one.',
    },
  ],
  atop: [
    {
      outcome: 'CONFLICT',
      type: 'Agreement',
      rows: 107,
      because:
        'ATOP and Correlates of War date the same treaty otherwise: the day of its signature, or that of its end.',
    },
    {
      outcome: 'ERROR',
      type: 'Obligation',
      rows: 26,
      because:
        'ATOP numbers a state 8152 that no list of states has (2); it tells North Yemen and Yemen apart, which are one (24).',
    },
  ],
  mme: [
    {
      outcome: 'ERROR',
      type: 'Participation',
      rows: 8,
      because:
        'Dependencies that are no states (5), the Baltic states under one name, South Sudan a year before it was a state, and Saint Kitts twice in one exercise, under two names.',
    },
  ],
  'tss-rivalries': [
    {
      outcome: 'ERROR',
      type: 'Claim',
      rows: 2,
      because: 'Venice, which the source numbers 324, had ended before any of the lists of states begins.',
    },
  ],
};
