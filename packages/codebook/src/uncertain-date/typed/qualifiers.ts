/** A qualifier in EDTF: `?` uncertain, `~` approximate, `%` both. */
export type Qualifier = '?' | '~' | '%';

const BEFORE: readonly [RegExp, Qualifier][] = [
  [/^(?:[~≈]|(?:circa|ca|c)\b\.?|(?:about|around|roughly|approximately|approx)\b\.?) ?/i, '~'],
  [/^c\.?(?=\d)/i, '~'],
  [/^(?:\?|(?:probably|perhaps|possibly|presumably|maybe)\b) ?/i, '?'],
];

const AFTER: readonly [RegExp, Qualifier][] = [
  [/(?:, | \(| )uncertain and approximate\)?$|(?: ?\(%\)|%)$/i, '%'],
  [/(?:, | \(| )(?:approximately|approximate|approx\.?|circa)\)?$|(?: ?\(~\)|~)$/i, '~'],
  [/(?:, | \(| )uncertain\)?$|(?: ?\(\?\)| ?\?)$/i, '?'],
];

/** Splits a qualifier, which may be a word or a sign, from the start or end of a text; null if the text has none. */
export function takeQualifier(text: string): { rest: string; qualifier: Qualifier } | null {
  for (const [pattern, qualifier] of [...BEFORE, ...AFTER]) {
    const rest = text.replace(pattern, '');
    if (rest !== text && rest !== '') return { rest, qualifier };
  }
  return null;
}

/**
 * Adds a qualifier to a whole date in EDTF. EDTF does not allow qualifiers with X, so with `~`, `199X` becomes `199~`
 * and `2019-XX` becomes `2019~`. A date that already ends with another qualifier gets `%` instead.
 */
export function withQualifier(edtf: string, qualifier: Qualifier): string {
  const existing = /[?~%]$/.exec(edtf)?.[0];
  if (existing !== undefined) return existing === qualifier ? edtf : `${edtf.slice(0, -1)}%`;
  return `${edtf.replace(/(-XX)+$/, '').replace(/^(\d{2,3})X{1,2}$/, '$1')}${qualifier}`;
}

const NAMED_PARTS = /^(.+) \(((?:day|month|year|season|quarter|half|part)\b.*)\)$/i;
const QUALIFIERS: Readonly<Record<string, Qualifier>> = {
  uncertain: '?',
  approximate: '~',
  'uncertain and approximate': '%',
};

/** Splits `2 September 2019 (year uncertain)` into the date and the qualifiers of its parts; null for other texts. */
export function takePartQualifiers(text: string): { rest: string; qualifiers: ReadonlyMap<string, Qualifier> } | null {
  const named = NAMED_PARTS.exec(text);
  if (named === null) return null;
  const qualifiers = new Map<string, Qualifier>();
  for (const phrase of (named[2] ?? '').toLowerCase().split(', ')) {
    const match = /^(\w+(?: and \w+)?) (uncertain and approximate|uncertain|approximate)$/.exec(phrase);
    const qualifier = QUALIFIERS[match?.[2] ?? ''];
    if (qualifier === undefined) return null;
    for (const noun of (match?.[1] ?? '').split(' and '))
      qualifiers.set(/^(day|year)$/.test(noun) ? noun : 'month', qualifier);
  }
  return { rest: named[1] ?? '', qualifiers };
}

/** Adds qualifiers to the parts of a date in EDTF: `2019?-~09-02`. */
export function withPartQualifiers(edtf: string, qualifiers: ReadonlyMap<string, Qualifier>): string {
  const [year = '', ...rest] = edtf.split('-');
  const later = rest.map((digits, index) => `${qualifiers.get(index === 0 ? 'month' : 'day') ?? ''}${digits}`);
  return [`${year}${qualifiers.get('year') ?? ''}`, ...later].join('-');
}
