import { withArticle } from '@chancery/codebook';
import { dayWords } from '../../ui/moment.ts';

/** The texts that say whether a spell holds on a day, and why. The words for each type are in `spell-words.ts`. */
export const texts = {
  reading: {
    holdsWithoutEnd: (holds: string) => `${holds}, no end recorded`,
    lastAttested: (holds: string, day: string) => `${holds}, last attested ${dayWords(day)}`,
    notAttestedSince: (holds: string) => `${holds}, not attested since its start`,
    lastRecordedOn: (holds: string, day: string) => `${holds} when last recorded, ${dayWords(day)}`,
    lastRecorded: (holds: string) => `${holds} when last recorded`,
    /** @param holds the words for the spell; empty for full membership, because the page shows that anyway. */
    possible: (holds: string, doubt: string) => `possibly${holds === '' ? '' : ` ${holds}`} (${doubt})`,
    unstated: 'dates not stated',
    recordedIn: (holds: string, time: string) => `recorded as ${holds} in ${time}`,
    recordedOn: (holds: string, day: string) => `recorded as ${holds} on ${day}`,
    recorded: (holds: string) => `recorded as ${holds}, day not stated`,
    notOnDay: 'does not hold on this day',
    from: (start: string) => `from ${start}`,
    until: (end: string) => `until ${end}`,
  },
  /** Why it is not clear whether a period includes the day. */
  doubt: {
    recordedLater: 'shown by sources only after this day',
    someTimeIn: (period: string) => `some time in ${period}`,
    end: (event: string, time: string) => `${event} ${time}`,
    ends: (ends: readonly string[]) => ends.join('; '),
    unknownDay: 'on an unknown day',
  },
  explanation: {
    period: (period: string) => `Recorded period: ${period}.`,
    noPeriod: 'The period is not recorded.',
    /** @param source the source that attests the spell on its last attested day; empty if it is not known. */
    attested: (day: string, source: string) =>
      `Attested until ${dayWords(day)}${source === '' ? '' : `, by ${source}`}.`,
    notAttested: 'No source in the register attests this after its start.',
    noEnd: 'No end is recorded.',
    held: (on: string) => `Therefore this held on ${dayWords(on)}.`,
    presumedWithoutEnd: (on: string) => `No end is recorded, so this is presumed to hold on ${dayWords(on)}.`,
    presumed: (on: string) =>
      `This is presumed to hold on ${dayWords(on)}, but no source in the register shows it that late.`,
    notKnown: (on: string) => `It is not known whether this still held on ${dayWords(on)}: the sources end earlier.`,
    imprecise: (on: string) => `The dates are not precise enough to say whether this held on ${dayWords(on)}.`,
    unstated: (on: string) =>
      `When this began or ended is not recorded, so the register cannot say whether it held on ${dayWords(on)}.`,
    outside: (on: string) => `${dayWords(on)} is outside this period.`,
  },
  /** The source that attests a spell on the last attested day. */
  attestedBy: {
    asOf: (time: string) => `a source that shows it as of ${time}`,
    page: (retrieved: string, source: string) => `a page that is kept up to date, retrieved ${retrieved} (${source})`,
    issued: (kind: string, issued: string, source: string) => `${withArticle(kind)} issued ${issued} (${source})`,
    dataSet: (source: string) => `${source}, whose coverage ends on that day`,
    unknownKind: 'source',
  },
} as const;
