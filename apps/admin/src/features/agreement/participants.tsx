import { bindingActions, fieldsOf, signingActions } from '@chancery/codebook';
import type { View } from '../../addresses/view.ts';
import { DateWords } from '../../fields/date-words.tsx';
import { FactLink } from '../../fields/fact-link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { dayOf } from '../organization/day-of.ts';
import styles from './agreement.module.css';
import { InForce } from './in-force.tsx';
import { loadParticipants, type Participant } from './load-participants.ts';
import { PartyActionDate } from './party-action-date.tsx';
import { partyActionMarks } from './party-action-marks.ts';
import { PartyStatus } from './party-status.tsx';
import { texts } from './texts.ts';

type Act = Participant['actions']['nodes'][number];
type ActType = Act['action'];

// A definitive signature binds, but is shown in the column of signatures.
const signing: readonly ActType[] = [...signingActions, 'DEFINITIVE_SIGNATURE'];
const consenting: readonly ActType[] = bindingActions.filter((action) => !signing.includes(action));
const reserving: readonly ActType[] = [
  'RESERVATION',
  'INTERPRETATIVE_DECLARATION',
  'OBJECTION',
  'WITHDRAWAL_OF_RESERVATION',
];

/**
 * Whether an agreement is in force, and its participants in the layout of treaty collections, with columns such as
 * signature, ratification and status.
 */
export async function AgreementParticipants({ id, view }: { id: string; view: View }) {
  const answer = await loadParticipants(id, view);
  if (!answer.ok) return <Notice tone="warning">{answer.refusal.message}</Notice>;
  const on = dayOf(view, answer.revision);
  const { agreement, participants } = answer.data;
  return (
    <>
      {agreement ? (
        <Section id="in-force" title={texts.inForceOn(on)}>
          <InForce agreement={agreement} on={on} />
        </Section>
      ) : null}
      <Section
        id="participants"
        title={texts.participants.heading}
        count={participants.length}
        lead={texts.participants.lead(on)}
      >
        {participants.length > 0 ? (
          <>
            <Table
              caption={texts.participants.heading}
              columns={columnsFor(view, on)}
              rows={participants}
              keyOf={({ actor }) => actor.id}
            />
            <Marks participants={participants} />
          </>
        ) : (
          <p>{texts.participants.none}</p>
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
    actions.nodes.filter(({ action }) => ![...signing, ...consenting, ...reserving].includes(action));
  return [
    {
      key: 'actor',
      label: texts.participants.columns.actor,
      isName: true,
      cell: ({ actor }) => <FactLink fact={actor} view={view} />,
    },
    { key: 'signature', label: texts.participants.columns.signature, cell: acts(signing) },
    { key: 'ratification', label: texts.participants.columns.ratification, cell: acts(consenting) },
    { key: 'effect', label: texts.participants.columns.effect, cell: effectOf },
    { key: 'reservations', label: texts.participants.columns.reservations, cell: acts(reserving) },
    {
      key: 'other',
      label: texts.participants.columns.other,
      cell: (participant) => (
        <>
          <Acts acts={others(participant)} view={view} />
          {participant.actions.pageInfo.hasNextPage ? texts.actions.more : null}
        </>
      ),
    },
    {
      key: 'status',
      label: texts.participants.columns.status(on),
      cell: ({ status }) => <PartyStatus status={status} />,
    },
  ];
}

function effectOf({ actions }: Participant) {
  const effective = actions.nodes.find(({ action, dateOfEffect }) => bindingActions.includes(action) && dateOfEffect);
  return effective ? <DateWords date={effective.dateOfEffect} /> : null;
}

function Acts({ acts, view }: { acts: readonly Act[]; view: View }) {
  if (acts.length === 0) return <span className={styles.nothing}>–</span>;
  return (
    <ul>
      {acts.map((act) => (
        <li key={act.id}>
          {partyActionMarks[act.action] || signing.includes(act.action) || act.action === 'RATIFICATION' ? null : (
            <span>{texts.participants.action(actWords(act.action))}</span>
          )}
          <PartyActionDate act={act} view={view} />
          {partyActionMarks[act.action] ? (
            <abbr title={actWords(act.action)}> {partyActionMarks[act.action]}</abbr>
          ) : null}
          {act.wording ? <span className={styles.wording}>{act.wording}</span> : null}
        </li>
      ))}
    </ul>
  );
}

function Marks({ participants }: { participants: readonly Participant[] }) {
  const recorded = new Set(participants.flatMap(({ actions }) => actions.nodes.map(({ action }) => action)));
  const marked = [...recorded].filter((action) => partyActionMarks[action]);
  if (marked.length === 0) return null;
  return (
    <p className={styles.marks}>
      {marked.map((action) => texts.participants.mark(partyActionMarks[action] ?? '', actWords(action))).join(' · ')}
    </p>
  );
}

function actWords(action: ActType): string {
  return (fieldsOf('PartyAction').action?.list?.values[action]?.label ?? action).replace(/ \([a-zA-Z]+\)$/, '');
}
