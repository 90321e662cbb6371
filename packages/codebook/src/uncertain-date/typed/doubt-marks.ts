/** A qualifier in EDTF: `?` uncertain, `~` approximate, `%` both. */
export type Mark = '?' | '~' | '%';

const BEFORE: readonly [RegExp, Mark][] = [
  [/^(?:[~≈]|(?:circa|ca|c)\b\.?|(?:about|around|roughly|approximately|approx)\b\.?) ?/i, '~'],
  [/^c\.?(?=\d)/i, '~'],
  [/^(?:\?|(?:probably|perhaps|possibly|presumably|maybe)\b) ?/i, '?'],
];

const AFTER: readonly [RegExp, Mark][] = [
  [/(?:, | \(| )uncertain and approximate\)?$|(?: ?\(%\)|%)$/i, '%'],
  [/(?:, | \(| )(?:approximately|approximate|approx\.?|circa)\)?$|(?: ?\(~\)|~)$/i, '~'],
  [/(?:, | \(| )uncertain\)?$|(?: ?\(\?\)| ?\?)$/i, '?'],
];

/** Splits a qualifier, which may be a word or a mark, from the start or end of a text; null if the text has none. */
export function takeMark(text: string): { rest: string; mark: Mark } | null {
  for (const [pattern, mark] of [...BEFORE, ...AFTER]) {
    const rest = text.replace(pattern, '');
    if (rest !== text && rest !== '') return { rest, mark };
  }
  return null;
}

/**
 * Adds a qualifier to a whole date in EDTF. EDTF does not allow qualifiers with X, so with `~`, `199X` becomes `199~`
 * and `2019-XX` becomes `2019~`. A date that already ends with another qualifier gets `%` instead.
 */
export function withMark(edtf: string, mark: Mark): string {
  const existing = /[?~%]$/.exec(edtf)?.[0];
  if (existing !== undefined) return existing === mark ? edtf : `${edtf.slice(0, -1)}%`;
  return `${edtf.replace(/(-XX)+$/, '').replace(/^(\d{2,3})X{1,2}$/, '$1')}${mark}`;
}

const NAMED_PARTS = /^(.+) \(((?:day|month|year|season|quarter|half|part)\b.*)\)$/i;
const MARKS: Readonly<Record<string, Mark>> = { uncertain: '?', approximate: '~', 'uncertain and approximate': '%' };

/** Splits `2 September 2019 (year uncertain)` into the date and the qualifiers of its parts; null for other texts. */
export function takePartMarks(text: string): { rest: string; marks: ReadonlyMap<string, Mark> } | null {
  const named = NAMED_PARTS.exec(text);
  if (named === null) return null;
  const marks = new Map<string, Mark>();
  for (const phrase of (named[2] ?? '').toLowerCase().split(', ')) {
    const match = /^(\w+(?: and \w+)?) (uncertain and approximate|uncertain|approximate)$/.exec(phrase);
    const mark = MARKS[match?.[2] ?? ''];
    if (mark === undefined) return null;
    for (const noun of (match?.[1] ?? '').split(' and ')) marks.set(/^(day|year)$/.test(noun) ? noun : 'month', mark);
  }
  return { rest: named[1] ?? '', marks };
}

/** Adds qualifiers to the parts of a date in EDTF: `2019?-~09-02`. */
export function withPartMarks(edtf: string, marks: ReadonlyMap<string, Mark>): string {
  const [year = '', ...rest] = edtf.split('-');
  const later = rest.map((digits, index) => `${marks.get(index === 0 ? 'month' : 'day') ?? ''}${digits}`);
  return [`${year}${marks.get('year') ?? ''}`, ...later].join('-');
}
