import type { Member, ParsedEdtf } from '../parse/parsed-edtf.ts';
import type { UncertainWord } from './doubt-words.ts';
import { rangeWords } from './interval-words.ts';
import { joinWords } from './numbers.ts';
import { plainWords, pointWords } from './point-words.ts';

type DateSet = Extract<ParsedEdtf, { form: 'set' }>;

function memberWords({ from, to }: Member, uncertain: UncertainWord): string {
  return to === null ? pointWords(from, uncertain, 'inside') : rangeWords(from, to);
}

/** Returns the words for the open ends of a set: `, or any date before 2018`. Empty if it has none. */
function beyondWords({ every, members, orEarlier, orLater }: DateSet): string {
  const [first] = members;
  const last = members.at(-1);
  if (first === undefined || last === undefined || !(orEarlier || orLater)) return '';
  const [start, end] =
    first === last && first.to === null ? ['it', 'it'] : [plainWords(first.from), plainWords(last.to ?? last.from)];
  const both =
    start === 'it' ? `before ${every ? 'and' : 'or'} after it` : `before ${start} ${every ? 'and' : 'or'} after ${end}`;
  const sides = orEarlier && orLater ? both : orEarlier ? `before ${start}` : `after ${end}`;
  return every ? `, and all dates ${sides}` : `, or any date ${sides}`;
}

/** Returns a set in words: whether one or all of its dates are meant, the dates, and its open ends. */
export function setWords(set: DateSet, uncertain: UncertainWord): string {
  const [only] = set.members;
  if (set.members.length === 1 && only?.to === null && !set.orEarlier && !set.orLater) {
    return pointWords(only.from, uncertain, 'alone');
  }
  const members = set.members.map((member) => memberWords(member, uncertain));
  const beyond = beyondWords(set);
  if (members.length === 1 && only?.to === null) return `${members.join()}${beyond}`;
  const lead = set.every ? (members.length === 2 ? 'both' : 'all of') : 'one of';
  return `${lead} ${joinWords(members, set.every ? 'and' : 'or')}${beyond}`;
}
