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

/** A text without the word or mark of doubt before or behind it, and that mark; null if there is none. */
export function takeMark(text: string): { rest: string; mark: Mark } | null {
  for (const [pattern, mark] of [...BEFORE, ...AFTER]) {
    const rest = text.replace(pattern, '');
    if (rest !== text && rest !== '') return { rest, mark };
  }
  return null;
}

/**
 * A date in EDTF with a mark of doubt on the whole. EDTF has no mark on X, so `199X` becomes `199~`, `2019-XX` `2019~`.
 */
export function withMark(edtf: string, mark: Mark): string {
  const already = /[?~%]$/.exec(edtf)?.[0];
  if (already !== undefined) return already === mark ? edtf : `${edtf.slice(0, -1)}%`;
  return `${edtf.replace(/(-XX)+$/, '').replace(/^(\d{2,3})X{1,2}$/, '$1')}${mark}`;
}

const NAMED_PARTS = /^(.+) \(((?:day|month|year|season|quarter|half|part)\b.*)\)$/i;
const MARKS: Readonly<Record<string, Mark>> = { uncertain: '?', approximate: '~', 'uncertain and approximate': '%' };

/** `2 September 2019 (year uncertain)`: the date, and the mark on each of its parts; null if no part is named. */
export function takePartMarks(text: string): { rest: string; marks: ReadonlyMap<string, Mark> } | null {
  const match = NAMED_PARTS.exec(text);
  if (match === null) return null;
  const marks = new Map<string, Mark>();
  for (const phrase of (match[2] ?? '').toLowerCase().split(', ')) {
    const said = /^(\w+(?: and \w+)?) (uncertain and approximate|uncertain|approximate)$/.exec(phrase);
    const mark = MARKS[said?.[2] ?? ''];
    if (mark === undefined) return null;
    for (const noun of (said?.[1] ?? '').split(' and ')) marks.set(/^(day|year)$/.test(noun) ? noun : 'month', mark);
  }
  return { rest: match[1] ?? '', marks };
}

/** A date in EDTF with a mark beside each part that is doubted: `2019?-~09-02`. */
export function withPartMarks(edtf: string, marks: ReadonlyMap<string, Mark>): string {
  const [year = '', ...rest] = edtf.split('-');
  const later = rest.map((digits, at) => `${marks.get(at === 0 ? 'month' : 'day') ?? ''}${digits}`);
  return [`${year}${marks.get('year') ?? ''}`, ...later].join('-');
}
