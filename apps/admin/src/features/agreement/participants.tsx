import { fieldsOf } from '@chancery/codebook';
import type { View } from '../../addresses/view.ts';
import { DateWords } from '../../fields/date-words.tsx';
import { FactLink } from '../../fields/fact-link.tsx';
import { dayWords } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { dayOf } from '../organization/day-of.ts';
import { ActDate } from './act-words.tsx';
import styles from './agreement.module.css';
import { allParticipants, type Participant } from './all-participants.ts';
import { InForce } from './in-force.tsx';
import { PartyStatus } from './party-status.tsx';

type Act = Participant['actions']['nodes'][number];
type ActType = Act['action'];

const signing: readonly ActType[] = ['SIGNATURE', 'SIGNATURE_AD_REFERENDUM', 'DEFINITIVE_SIGNATURE'];
const binding: readonly ActType[] = [
  'RATIFICATION',
  'ACCEPTANCE',
  'APPROVAL',
  'ACCESSION',
  'FORMAL_CONFIRMATION',
  'SUCCESSION',
  'CONSENT_TO_BE_BOUND',
  'EXCHANGE_OF_INSTRUMENTS',
];
const reserving: readonly ActType[] = [
  'RESERVATION',
  'INTERPRETATIVE_DECLARATION',
  'OBJECTION',
  'WITHDRAWAL_OF_RESERVATION',
];
/** The marks that the United Nations Treaty Collection uses for acts other than signature and ratification. */
const marks: { readonly [Type in ActType]?: string } = {
  SIGNATURE_AD_REFERENDUM: 'ad ref.',
  DEFINITIVE_SIGNATURE: 's',
  ACCEPTANCE: 'A',
  APPROVAL: 'AA',
  ACCESSION: 'a',
  FORMAL_CONFIRMATION: 'c',
  SUCCESSION: 'd',
  CONSENT_TO_BE_BOUND: 'consent',
  EXCHANGE_OF_INSTRUMENTS: 'exchange',
};

/** The participants of an agreement, in the layout of treaty collections: actor, signature, ratification, status. */
export async function AgreementParticipants({ id, view }: { id: string; view: View }) {
  const answer = await allParticipants(id, view);
  if (!answer.ok) return <Notice tone="warning">{answer.refusal.message}</Notice>;
  const on = dayOf(view, answer.revision);
  const { agreement, participants } = answer.data;
  return (
    <>
      {agreement ? (
        <Section id="in-force" title={`In force on ${dayWords(on)}`}>
          <InForce agreement={agreement} on={on} />
        </Section>
      ) : null}
      <Section
        id="participants"
        title="Participants"
        count={participants.length}
        lead={`What each participant has done, with evidence. The status on ${dayWords(on)} is computed from these acts. A signature alone does not make a state a party.`}
      >
        {participants.length > 0 ? (
          <>
            <Table
              caption="Participants"
              columns={columnsFor(view, on)}
              rows={participants}
              keyOf={({ actor }) => actor.id}
            />
            <Marks participants={participants} />
          </>
        ) : (
          <p>The register has no record of any signature, ratification or other act on this agreement.</p>
        )}
      </Section>
    </>
  );
}

function columnsFor(view: View, on: string): readonly Column<Participant>[] {
  const acts = (types: readonly ActType[]) => (participant: Participant) => (
    <Acts acts={participant.actions.nodes.filter(({ action }) => types.includes(action))} view={view} />
  );
  const others = ({ actions }: Participant) =>
    actions.nodes.filter(({ action }) => ![...signing, ...binding, ...reserving].includes(action));
  return [
    {
      key: 'actor',
      label: 'Participant',
      isName: true,
      cell: ({ actor }) => <FactLink fact={actor} view={view} />,
    },
    { key: 'signature', label: 'Signature', cell: acts(signing) },
    { key: 'ratification', label: 'Ratification, accession (a)…', cell: acts(binding) },
    { key: 'effect', label: 'In effect since', cell: effectOf },
    { key: 'reservations', label: 'Reservations, declarations', cell: acts(reserving) },
    { key: 'other', label: 'Other acts', cell: (participant) => <Acts acts={others(participant)} view={view} /> },
    { key: 'status', label: `Status on ${dayWords(on)}`, cell: ({ status }) => <PartyStatus status={status} /> },
  ];
}

function effectOf({ actions }: Participant) {
  const effective = actions.nodes.find(({ action, dateOfEffect }) => binding.includes(action) && dateOfEffect);
  return effective ? <DateWords date={effective.dateOfEffect} /> : null;
}

function Acts({ acts, view }: { acts: readonly Act[]; view: View }) {
  if (acts.length === 0) return <span className={styles.nothing}>–</span>;
  return (
    <ul>
      {acts.map((act) => (
        <li key={act.id}>
          {marks[act.action] || signing.includes(act.action) || act.action === 'RATIFICATION' ? null : (
            <span>{actWords(act.action)}: </span>
          )}
          <ActDate act={act} view={view} />
          {marks[act.action] ? <abbr title={actWords(act.action)}> {marks[act.action]}</abbr> : null}
          {act.wording ? <span className={styles.wording}>{act.wording}</span> : null}
        </li>
      ))}
    </ul>
  );
}

function Marks({ participants }: { participants: readonly Participant[] }) {
  const recorded = new Set(participants.flatMap(({ actions }) => actions.nodes.map(({ action }) => action)));
  const marked = [...recorded].filter((action) => marks[action]);
  if (marked.length === 0) return null;
  return <p className={styles.marks}>{marked.map((action) => `${marks[action]}: ${actWords(action)}`).join(' · ')}</p>;
}

function actWords(action: ActType): string {
  return (fieldsOf('PartyAction').action?.list?.values[action]?.label ?? action).replace(/ \([a-zA-Z]+\)$/, '');
}
