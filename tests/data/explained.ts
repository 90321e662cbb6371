/** The expected number of rows of a source with this outcome and type, and the reason why they are not imported. */
export interface ExplainedRows {
  readonly outcome: 'CONFLICT' | 'DOUBTFUL' | 'ERROR' | 'LEFT';
  readonly type: string;
  readonly rows: number;
  readonly reason: string;
}

/**
 * The rows that the demo register is expected not to accept, by the key of the source. Any others fail the
 * verification.
 */
export const explainedRows: Readonly<Record<string, readonly ExplainedRows[]>> = {
  countrycode: [
    {
      outcome: 'ERROR',
      type: 'ExternalCode',
      rows: 4,
      reason:
        'The rows of Vatican City, Vietnam and Yugoslavia have the numbers of states that other lists distinguish from these three.',
    },
  ],
  'cow-igo': [
    {
      outcome: 'CONFLICT',
      type: 'Organization',
      rows: 3,
      reason:
        'In the demo register NATO is an alliance, the Shanghai Cooperation Organization starts in 2001, not with the Shanghai Five of 1996, and the European Economic Community ends on the day before the European Union, not in the year before.',
    },
  ],
  'cow-alliances-by-dyad': [
    {
      outcome: 'ERROR',
      type: 'Obligation',
      rows: 12,
      reason:
        'In 1990 the source distinguishes West Germany from Germany, and North Yemen from Yemen; in the register each pair is one state.',
    },
  ],
  atop: [
    {
      outcome: 'CONFLICT',
      type: 'Agreement',
      rows: 107,
      reason: 'ATOP and Correlates of War have different dates of signature or of the end of the same treaty.',
    },
    {
      outcome: 'ERROR',
      type: 'Obligation',
      rows: 26,
      reason:
        'ATOP has a state 8152 that is in no list of states (2), and distinguishes North Yemen from Yemen, which are one state in the register (24).',
    },
  ],
  mme: [
    {
      outcome: 'ERROR',
      type: 'Participation',
      rows: 8,
      reason:
        'Dependencies that are not states (5), the Baltic states under one name, South Sudan a year before it became a state, and Saint Kitts twice in one exercise under two names.',
    },
  ],
  'tss-rivalries': [
    {
      outcome: 'ERROR',
      type: 'Claim',
      rows: 2,
      reason: 'Venice, number 324 in the source, ended before any list of states starts.',
    },
  ],
};
