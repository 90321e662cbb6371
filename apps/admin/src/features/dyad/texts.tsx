import { withFullStop } from '@chancery/codebook';
import type { ReactNode } from 'react';
import { formatCount, pluralize } from '../../ui/counts.ts';
import { dayWords } from '../../ui/moment.ts';

/** The texts of the statistics of a dyad. */
const alignment = {
  heading: 'Alignment',
  lead: 'How similarly the two vote and what they share, by year, for the years that a data set in the register covers completely. Hatched years have no value; this does not mean 0. Do not compare the levels of kappa and S between years, because the General Assembly votes on different questions each year.',
  titles: {
    kappa: 'Kappa on votes',
    s: 'S on votes',
    memberships: 'Shared organizations',
    exercises: 'Joint exercises held',
  },
  busy: {
    title: 'The statistics are not here at the moment',
    body: 'The server is busy, or your network has asked it for too much. Until it has computed them, this page cannot say whether exercises are withheld from the public. Reload the page in a minute.',
  },
  none: {
    title: 'No statistics for these two states',
    reason: (title: string, reason: string) => `${title}: ${reason}`,
    body: 'Statistics are computed only for years that a data set covers completely. The sections below list what the register records about the two.',
  },
  origin: (revision: number, until: number, system: string) =>
    `Computed from revision ${revision} of the register, for the years up to ${until}. The system of states is that of ${system}.`,
  systems: { COW: 'the Correlates of War', GW: 'Gleditsch and Ward' },
  showTable: 'Show the statistics as a table',
  table: 'Statistics by year',
  chart: (title: string) => `${title} by year`,
  /** The latest value. @param unknown the number of further cases whose dates are unknown. */
  latest: (value: ReactNode, year: number, n: number, unknown: number | null) => (
    <>
      {value} in {year}, n = {n}
      {unknown ? `; the dates of ${unknown} more are unknown` : ''}
    </>
  ),
  scale: (scale: string, weights: string | null, reference: string, doi: ReactNode) => (
    <>
      Scale: {scale}
      {weights === null ? '' : `, ${weights} weights`}. {reference}
      {doi === null ? '' : <>, {doi}</>}.
    </>
  ),
  doi: (doi: string) => `doi:${doi}`,
  files: {
    label: 'Data:',
    csv: 'CSV',
    json: 'JSON',
    csvOf: (title: string) => `${title} as CSV`,
    jsonOf: (title: string) => `${title} as JSON`,
  },
  coverage: {
    label: 'Coverage:',
    none: 'the register has no record of a data set for this statistic.',
    first: (source: string, coverage: string) => `${source}, ${coverage}`,
    one: (source: ReactNode, coverage: string) => (
      <>
        {source}: {coverage}
      </>
    ),
    more: (count: number) => ` Expand to see ${count} more.`,
    hollow: (minimum: number) => ` Hollow marks show values based on fewer than ${minimum} cases.`,
    explanation:
      'Values are shown only for years that a data set covers completely. Hatched years have no value; this does not mean 0.',
    minimum: (minimum: number) =>
      `Values based on fewer than ${minimum} cases are drawn hollow and are not used as the headline.`,
    version: (version: number) => `Computed with version ${version} of the rules for readings and statistics.`,
    /** The years that a source covers: a range, one year, or unknown. */
    years: (from: number | null, to: number | null) =>
      from === null || to === null ? 'Years not stated' : from === to ? `${from}` : `${from} to ${to}`,
    sentence: (years: string, gaps: string | undefined, isComplete: boolean, population: string) =>
      `${years}${gaps === undefined ? '' : `, except ${gaps}`}: ${isComplete ? 'complete' : 'only a sample'}, for ${population}.`,
    withheld: 'The data are not shown to the public, because the terms of the source do not allow it or are not known.',
  },
  /** Why a year has no number, in a few words. */
  shortReasons: {
    NOT_COVERED: 'no complete data',
    WITHHELD: 'not public',
    NOT_IN_SYSTEM: 'not in the system of states',
    TOO_FEW: 'nothing to compare',
    NO_VARIANCE: 'no variation',
    UNKNOWN_DATES: 'dates not known',
  },
  noReason: 'no data',
  year: 'Year',
  cell: { n: (n: number) => `n = ${n}`, few: '(few cases)' },
} as const;

/** The texts of the page of a dyad, and of the page on which readers choose two actors. */
export const texts = {
  title: (a: string, b: string) => `${a} and ${b}`,
  dayNote: 'the page says which obligations and memberships hold on this day, and shows events up to this day',
  heading: {
    day: (on: string) => `Dyad on ${dayWords(on)}`,
    swap: 'swap the actors',
    actors: (a: ReactNode, b: ReactNode, small: (word: string) => ReactNode) => (
      <>
        {a} {small('and')} {b}
      </>
    ),
  },
  choice: {
    pageTitle: 'Dyads',
    eyebrow: 'Dyad',
    heading: 'Relations between two actors',
    lead: 'Choose two states or organizations to see their events, agreements, obligations, exercises, memberships, policy measures, claims and disputes, with the evidence for each.',
    same: (actor: string) => `You chose ${actor} twice`,
    chooseOther: 'Choose two different actors.',
    first: 'First actor',
    second: 'Second actor',
    submit: 'Show dyad',
    hint: 'Enter a name or part of one, a three-letter code such as IRN, or an abbreviation such as NATO.',
    suggestions: (text: string) => `Suggestions for “${text}”`,
    /** @param text what the reader typed, in quotation marks. */
    notFound: (text: ReactNode) => <>No actor has the three-letter code, abbreviation or id {text}</>,
    didYouMean: 'Did you mean:',
    none: 'There are no suggestions. Try another name, code or abbreviation.',
  },
  figures: {
    name: 'On this page',
    cooperation: 'cooperation',
    conflict: 'conflict',
    eventsScored: (count: number) => (count === 1 ? 'event scored' : 'events scored'),
    n: 'n =',
    agreements: (count: number) => (count === 1 ? 'agreement' : 'agreements'),
    obligations: (count: number) => (count === 1 ? 'obligation' : 'obligations'),
    exercisesHeld: (count: number) => (count === 1 ? 'exercise held' : 'exercises held'),
    exercisesAnnounced: (count: number) => (count === 1 ? 'exercise announced' : 'exercises announced'),
    policyMeasures: (count: number) => (count === 1 ? 'policy measure' : 'policy measures'),
    claims: (count: number) => (count === 1 ? 'claim' : 'claims'),
    disputes: (count: number) => (count === 1 ? 'dispute' : 'disputes'),
    /** @param lastRecordedCount the number of further organizations that the two shared when last recorded. */
    sharedOrganizations: (count: number, lastRecordedCount: number) => {
      const shared = count === 1 ? 'shared organization' : 'shared organizations';
      return lastRecordedCount > 0 ? `${shared}, and ${lastRecordedCount} more when last recorded` : shared;
    },
    membership: 'membership on this day',
    /** Screen readers read this before the name of a figure that has a dash. */
    noRecord: 'no record of ',
    noScore: 'no score for ',
  },
  ladder: {
    heading: 'Event ladder',
    lead: (on: string) =>
      `Events between the two up to ${dayWords(on)}, by year, scored on Goldstein’s scale from −10 (conflict) to +10 (cooperation). Cooperation and conflict are summed separately, because a net sum of zero would hide both.`,
    sums: (cooperation: ReactNode, conflict: ReactNode, n: ReactNode, unscored: ReactNode) => (
      <>
        cooperation {cooperation} · conflict {conflict} · {n} · not scored {unscored}
      </>
    ),
    n: (n: number) => `n = ${n}`,
    legend: {
      cooperation: 'cooperation',
      conflict: 'conflict',
      cut: 'boundary between two events',
      countSign: 'n',
      count: (sign: ReactNode) => <>{sign}: events scored in the year. Select a bar to go to its events.</>,
    },
    showTable: 'Show the event ladder as a table',
    table: 'Events by year',
    scale: (scale: string) => `Scale: ${scale}.`,
    undated: 'date not stated',
    columns: {
      year: 'Year',
      cooperation: 'Cooperation',
      conflict: 'Conflict',
      net: 'Net',
      mean: 'Net per event',
      n: 'Events scored',
    },
    noScores: {
      title: 'No scored events',
      noEvents: (on: string) => `The register has no record of an event between the two up to ${dayWords(on)}.`,
      noneCounted: 'None of the events between the two has a score that counts.',
      consequence:
        'Therefore there are no sums and no mean. Events may have happened of which the register has no record.',
    },
    noCooperation: 'No event that counts is scored as cooperation.',
    noConflict: 'No event that counts is scored as conflict.',
    noneOfEither: 'No event that counts is scored as cooperation or conflict.',
    notCounted:
      'Events are not counted if they are hypothetical, in the future or negated, or if sources only speculate about them, predict them, deny them or make them depend on a condition. Claims are not counted either; they are listed under “Claims”.',
    /** @param isListed whether the page lists all events, and therefore these. */
    unscored: (count: number, isListed: boolean) =>
      `${count} ${count === 1 ? 'event has no score because it has' : 'events have no score because they have'} no CAMEO code with a score. ${count === 1 ? 'It is' : 'They are'} ${isListed ? 'listed below, but ' : ''}not counted.`,
  },
  events: {
    undated: 'Start not stated',
    noScore: 'no score',
    cameo: (code: string) => ` · CAMEO ${code}`,
    scoreOverride: ' · score set by an editor',
    notCounted: ' (not counted)',
  },
  alignment,
  agreements: {
    heading: 'Agreements',
    lead: (on: string, isLaterShown: boolean) =>
      `Agreements on which both have acted, for example by signing, or under which one has an obligation to the other${isLaterShown ? '' : `, up to ${dayWords(on)}`}. The status of each actor on ${isLaterShown ? dayWords(on) : 'that day'} is computed from its actions, which are shown with dates and grades.`,
    table: 'Agreements between the two',
    none: (on: string, isLaterShown: boolean) =>
      `The register has no record of an agreement between the two${isLaterShown ? '' : ` up to ${dayWords(on)}`}.`,
    columns: { title: 'Agreement', signed: 'Signed', inForce: (on: string) => `In force on ${dayWords(on)}` },
    undated: 'undated, may be later than this day',
    later: 'later than this day',
    moreActions: 'not all actions are shown',
    hideLater: 'Hide later agreements',
    showLater: (count: number) => `Show ${formatCount(count)} later ${count === 1 ? 'agreement' : 'agreements'}`,
  },
  obligations: {
    heading: 'Obligations',
    lead: (on: string) =>
      `Obligations of one to the other under alliances and other agreements, as sources state them, and whether they hold on ${dayWords(on)}. If sources state different periods, each period has its own row.`,
    table: 'Obligations that hold or may hold on the day',
    none: (on: string) =>
      `The register has no record of an obligation between the two that may hold on ${dayWords(on)}.`,
    outside: (count: number) => `${pluralize(count, 'obligation')} at other times`,
    outsideTable: 'Obligations at other times',
    columns: {
      kind: 'Obligation',
      direction: 'From and to',
      on: (on: string) => `On ${dayWords(on)}`,
      period: 'Period',
      agreements: 'Agreements',
      sources: 'Sources',
    },
    noPeriod: 'not stated',
    noAgreement: 'not stated',
    noSource: 'no source cited',
    differing: 'sources differ on the period',
    direction: (from: string, to: string) => `${from} to ${to}`,
    statement: (direction: string, number: number) => `${direction}, statement ${number}`,
    moreStatements: ' and more',
    moreFacts: 'and more',
    more: (count: number, one: ReactNode, other: ReactNode) => (
      <>
        {pluralize(count, 'more obligation')} {count === 1 ? 'is' : 'are'} not shown. Go to {one} or {other}.
      </>
    ),
    all: (from: string, to: string) => `all obligations from ${from} to ${to}`,
  },
  memberships: {
    heading: 'Memberships',
    lead: (on: string) =>
      `Organizations to which either belongs on ${dayWords(on)}, as far as is recorded. “No record” does not mean that an actor is not a member.`,
    both: 'Both are members',
    lastRecorded: 'Both were members when last recorded',
    lastRecordedLead: (on: string) =>
      `For one or both, the sources end before ${dayWords(on)}, and no end of the membership is known.`,
    uncertain: 'Both may be members',
    uncertainLead: 'For one or both, the dates are not stated or not precise enough.',
    otherStatuses: 'Both are on record, but not both as full members',
    noneOfBoth: (on: string, isComplete: boolean) =>
      isComplete
        ? `The register has no record of an organization of which both are full members on ${dayWords(on)}.`
        : `The memberships shown here include no organization of which both are full members on ${dayWords(on)}.`,
    none: (on: string) => `The register has no record of an organization to which either belongs on ${dayWords(on)}.`,
    /** Like `none`, for a page that shows the membership of one actor in the other. */
    noneOther: (on: string) =>
      `The register has no record of another organization to which either belongs on ${dayWords(on)}.`,
    onlyOne: (actor: string, isComplete: boolean) =>
      isComplete ? `Only ${actor} is recorded as a member` : `Only ${actor} is shown as a member`,
    onlyOneSummary: (title: string, count: number) => `${title}: ${pluralize(count, 'organization')}`,
    more: (count: number, one: ReactNode, other: ReactNode) => (
      <>
        {pluralize(count, 'more membership')} of the two {count === 1 ? 'is' : 'are'} not shown. Go to {one} or {other}.
      </>
    ),
    allOf: (actor: string) => `all memberships of ${actor}`,
    organization: 'Organization',
    noRecord: 'no record',
    noneShown: 'none shown',
    noPeriod: 'period not stated',
    memberIn: (member: string, organization: string) => `${member} in ${organization}`,
    noMembership: (member: string, organization: string) =>
      `The register has no record of a membership of ${member} in ${organization}, with any status.`,
  },
  exercises: {
    heading: 'Exercises',
    lead: (on: string) =>
      `Exercises in which both take part: those held or under way by ${dayWords(on)}, and those with another status, such as announced or cancelled. An announced exercise counts as held only if a source says so; the held exercise then has a record of its own.`,
    /** @param isSomeWithheld whether there are sources whose exercises are not shown to the public. */
    none: (on: string, isSomeWithheld: boolean) =>
      `The register has no ${isSomeWithheld ? 'public ' : ''}record of an exercise in which both take part. Exercises that started after ${dayWords(on)} are left out.`,
    withheld: (from: number | null, to: number | null, source: ReactNode) => (
      <>
        Exercises{from === null || to === null ? '' : ` from ${from} to ${to}`} recorded by {source} are not shown,
        because the terms of the source do not allow it or are not known. This page does not say whether the two took
        part in any of them.
      </>
    ),
  },
  policyMeasures: {
    heading: 'Policy measures',
    lead: 'Sanctions, embargoes, expulsions and the like that one of the two takes against the other, and steps that ease them.',
    table: 'Policy measures between the two',
    none: 'The register has no record of a policy measure that one of the two takes against the other.',
    columns: {
      title: 'Policy measure',
      direction: 'Direction',
      validity: 'In effect',
      outcome: 'Outcome',
      evidence: 'Evidence',
    },
    /** Screen readers read this between sender and target. */
    toward: ' toward ',
  },
  claims: {
    heading: 'Claims',
    lead: 'Statements about the two that someone is reported to have made. That a claim is listed does not mean that it is true. Claims are not counted as events.',
    none: 'The register has no record of a claim about the two.',
    polarity: (label: string) => `${label} · `,
  },
  disputes: {
    heading: 'Disputes',
    lead: 'Pairs of facts that cannot both be true. The register does not prefer either side. The evidence for each fact is on its page.',
    none: 'The register has no record of a dispute about the two.',
    against: 'in dispute with',
    point: (point: string | null) => (point ? withFullStop(point) : 'The point at issue is not stated.'),
    view: 'View dispute',
    denies: 'denies · ',
    fact: 'fact',
  },
} as const;
