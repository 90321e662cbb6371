import { found, type Outcome, refused } from '../outcome.ts';
import { readPoint } from './point.ts';
import { quote } from './quote.ts';
import type { Member, Point, Reading } from './reading.ts';

/** A run needs plain dates of one length: EDTF counts it in days, months or years. */
function isPlain({ shape, doubts }: Point): boolean {
  const plain = shape.kind === 'calendar' && !/X/.test(`${shape.year}${shape.month ?? ''}${shape.day ?? ''}`);
  return plain && Object.values(doubts).every((doubt) => doubt === 'none');
}

function readRun(text: string, first: string, last: string): Outcome<Member> {
  const from = readMemberPoint(first);
  if (!from.ok) return from;
  const to = readMemberPoint(last);
  if (!to.ok) return to;
  if (!isPlain(from.value) || !isPlain(to.value) || first.length !== last.length) {
    return refused(
      `The run ${quote(text)} needs two plain dates of one length, as in “1670..1672” or “2019-07..2019-09”.`,
    );
  }
  if (first > last) return refused(`The run ${quote(text)} ends before it starts.`);
  return found({ from: from.value, to: to.value });
}

function readMemberPoint(text: string): Outcome<Point> {
  if (text === '') return refused('A set has no empty members: there is a comma or a pair of dots too many.');
  if (/^[?~%]?\d{1,3}[?~%]?$/.test(text)) return refused(`A set needs full dates, not ${quote(text)}.`);
  return readPoint(text);
}

function readMember(text: string): Outcome<Member> {
  const [first = '', last, ...more] = text.split('..');
  if (more.length > 0) return refused(`${quote(text)} has two dots more than once.`);
  if (last !== undefined) return readRun(text, first, last);
  const point = readMemberPoint(first);
  return point.ok ? found({ from: point.value, to: null }) : point;
}

/** Reads `[a,b]` (one of these) and `{a,b}` (all of these), with runs `a..b` and the open ends `[..a]`, `[a..]`. */
export function readSet(text: string): Outcome<Reading> {
  const brackets = `${text.at(0) ?? ''}${text.at(-1) ?? ''}`;
  if (text.length < 2 || (brackets !== '[]' && brackets !== '{}')) {
    return refused(`A set is written “[a,b]” for one of the dates or “{a,b}” for all of them, not ${quote(text)}.`);
  }
  const inner = text.slice(1, -1);
  if (inner === '' || inner === '..') return refused(`The set ${quote(text)} has no dates in it.`);
  const orEarlier = inner.startsWith('..');
  const orLater = inner.endsWith('..');
  const members: Member[] = [];
  for (const part of inner.slice(orEarlier ? 2 : 0, orLater ? -2 : undefined).split(',')) {
    const member = readMember(part);
    if (!member.ok) return member;
    members.push(member.value);
  }
  return found({ form: 'set', every: brackets === '{}', members, orEarlier, orLater });
}

function memberText({ from, to }: Member): string {
  return to === null ? from.text : `${from.text}..${to.text}`;
}

/** A set written out again, each date in its canonical form. */
export function setText(set: Extract<Reading, { form: 'set' }>): string {
  const inner = `${set.orEarlier ? '..' : ''}${set.members.map(memberText).join(',')}${set.orLater ? '..' : ''}`;
  return set.every ? `{${inner}}` : `[${inner}]`;
}
