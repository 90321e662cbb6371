import { failure, type Outcome, success } from '../outcome.ts';
import type { Member, ParsedEdtf, Point } from './parsed-edtf.ts';
import { readPoint } from './point.ts';
import { quote } from './quote.ts';

/**
 * Whether a date is a day, month or year with neither X nor qualifiers. A range needs two such dates, because it counts
 * whole days, months or years.
 */
function isPlain({ shape, doubts }: Point): boolean {
  const plain = shape.kind === 'calendar' && !/X/.test(`${shape.year}${shape.month ?? ''}${shape.day ?? ''}`);
  return plain && Object.values(doubts).every((doubt) => doubt === 'none');
}

function readRange(text: string, first: string, last: string): Outcome<Member> {
  const from = readMemberPoint(first);
  if (!from.ok) return from;
  const to = readMemberPoint(last);
  if (!to.ok) return to;
  if (!isPlain(from.value) || !isPlain(to.value) || first.length !== last.length) {
    return failure(
      `The range ${quote(text)} needs two plain dates of the same length, as in “1670..1672” or “2019-07..2019-09”.`,
    );
  }
  if (first > last) return failure(`The range ${quote(text)} ends before it starts: write the earlier date first.`);
  return success({ from: from.value, to: to.value });
}

function readMemberPoint(text: string): Outcome<Point> {
  if (text === '') return failure('A set has no empty members: remove the extra comma or pair of dots.');
  if (/^[?~%]?\d{1,3}[?~%]?$/.test(text)) return failure(`A set needs full dates, not ${quote(text)}.`);
  return readPoint(text);
}

function readMember(text: string): Outcome<Member> {
  const [first = '', last, ...more] = text.split('..');
  if (more.length > 0)
    return failure(`${quote(text)} has more than one pair of dots: write the first and the last date.`);
  if (last !== undefined) return readRange(text, first, last);
  const point = readMemberPoint(first);
  return point.ok ? success({ from: point.value, to: null }) : point;
}

/** Parses `[a,b]` (one of these) and `{a,b}` (all of these), with ranges `a..b` and the open ends `[..a]`, `[a..]`. */
export function readSet(text: string): Outcome<ParsedEdtf> {
  const brackets = `${text.at(0) ?? ''}${text.at(-1) ?? ''}`;
  if (text.length < 2 || (brackets !== '[]' && brackets !== '{}')) {
    return failure(`A set is written “[a,b]” for one of the dates or “{a,b}” for all of them, not ${quote(text)}.`);
  }
  const inner = text.slice(1, -1);
  if (inner === '' || inner === '..')
    return failure(`The set ${quote(text)} has no dates: write them between the brackets, or leave the field empty.`);
  const orEarlier = inner.startsWith('..');
  const orLater = inner.endsWith('..');
  const members: Member[] = [];
  for (const part of inner.slice(orEarlier ? 2 : 0, orLater ? -2 : undefined).split(',')) {
    const member = readMember(part);
    if (!member.ok) return member;
    members.push(member.value);
  }
  return success({ form: 'set', every: brackets === '{}', members, orEarlier, orLater });
}

function memberText({ from, to }: Member): string {
  return to === null ? from.text : `${from.text}..${to.text}`;
}

/** Returns a set as EDTF, with each date in canonical form. */
export function setText(set: Extract<ParsedEdtf, { form: 'set' }>): string {
  const inner = `${set.orEarlier ? '..' : ''}${set.members.map(memberText).join(',')}${set.orLater ? '..' : ''}`;
  return set.every ? `{${inner}}` : `[${inner}]`;
}
