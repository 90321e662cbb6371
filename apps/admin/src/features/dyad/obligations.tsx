import { collectionPath, factAddress } from '../../addresses/collections.ts';
import { address, type View } from '../../addresses/view.ts';
import { DateWords } from '../../fields/date-words.tsx';
import { FactLink } from '../../fields/fact-link.tsx';
import type { FactOutput } from '../../fields/outputs.ts';
import type { DyadObligationsQuery } from '../../generated/register/graphql.ts';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Reading } from '../spells/reading.tsx';
import { spellWordsOf } from '../spells/spell-words.ts';
import styles from './dyad.module.css';
import { ListedValues } from './listed-values.tsx';
import { type DyadObligation, type ObligationRow, obligationRows, spellOf } from './obligations-table.ts';
import type { Side } from './side.ts';
import { texts } from './texts.tsx';

/** The answer of the query for the obligations of two actors, on the day and at other times. */
export type Obligations = NonNullable<DyadObligationsQuery['dyad']>;

interface ObligationsProps {
  readonly obligations: Obligations;
  readonly a: Side;
  readonly b: Side;
  readonly view: View;
}

/**
 * The obligations of the two actors to each other under alliances and other agreements, on the day and at other times.
 */
export function ObligationsBetween({ obligations: answer, a, b, view }: ObligationsProps) {
  const { on, obligations, obligationsOutside } = answer;
  return (
    <Section
      id="obligations"
      title={texts.obligations.heading}
      count={obligations.totalCount}
      lead={texts.obligations.lead(on)}
    >
      {obligations.totalCount > 0 ? (
        <ObligationTable
          caption={texts.obligations.table}
          rows={obligationRows(obligations.nodes)}
          on={on}
          view={view}
        />
      ) : (
        <p className={styles.none}>{texts.obligations.none(on)}</p>
      )}
      <MoreObligations
        shownCount={obligations.nodes.length}
        totalCount={obligations.totalCount}
        a={a}
        b={b}
        view={view}
      />
      {obligationsOutside.totalCount > 0 ? (
        <details className={styles.collapsible}>
          <summary>{texts.obligations.outside(obligationsOutside.totalCount)}</summary>
          <ObligationTable
            caption={texts.obligations.outsideTable}
            rows={obligationRows(obligationsOutside.nodes)}
            on={on}
            view={view}
          />
          <MoreObligations
            shownCount={obligationsOutside.nodes.length}
            totalCount={obligationsOutside.totalCount}
            a={a}
            b={b}
            view={view}
          />
        </details>
      ) : null}
    </Section>
  );
}

interface ObligationTableProps {
  readonly caption: string;
  readonly rows: readonly ObligationRow[];
  readonly on: string;
  readonly view: View;
}

function ObligationTable({ caption, rows, on, view }: ObligationTableProps) {
  const columns: readonly Column<ObligationRow>[] = [
    {
      key: 'kind',
      label: texts.obligations.columns.kind,
      isName: true,
      cell: ({ obligation }) => (
        <ListedValues type="Obligation" field="obligationType" value={obligation.obligationType} />
      ),
    },
    {
      key: 'direction',
      label: texts.obligations.columns.direction,
      cell: (row) => <Directions row={row} view={view} />,
    },
    {
      key: 'on',
      label: texts.obligations.columns.on(on),
      cell: ({ obligation }) => <ObligationReading obligation={obligation} on={on} />,
    },
    {
      key: 'period',
      label: texts.obligations.columns.period,
      cell: ({ obligation, hasOtherPeriod }) => (
        <>
          {obligation.validity ? <DateWords date={obligation.validity} /> : texts.obligations.noPeriod}
          {hasOtherPeriod ? <span className={styles.fine}>{texts.obligations.differing}</span> : null}
        </>
      ),
    },
    {
      key: 'agreements',
      label: texts.obligations.columns.agreements,
      cell: ({ obligation }) => (
        <FactLinks facts={obligation.agreements} none={texts.obligations.noAgreement} view={view} />
      ),
    },
    {
      key: 'sources',
      label: texts.obligations.columns.sources,
      cell: ({ obligation }) => <FactLinks facts={obligation.sources} none={texts.obligations.noSource} view={view} />,
    },
  ];
  return <Table caption={caption} columns={columns} rows={rows} keyOf={({ key }) => key} />;
}

function ObligationReading({ obligation, on }: { obligation: DyadObligation; on: string }) {
  return <Reading {...spellOf(obligation)} spellWords={spellWordsOf('Obligation')} on={on} />;
}

/** The directions of an obligation, one or two, each in its own line with links to the statements of the sources. */
function Directions({ row: { obligation, reverse }, view }: { row: ObligationRow; view: View }) {
  return (
    <ul className={styles.links}>
      {[obligation, ...(reverse ? [reverse] : [])].map((direction) => (
        <Direction key={direction.from.id} obligation={direction} view={view} />
      ))}
    </ul>
  );
}

function Direction({ obligation: { from, to, statements }, view }: { obligation: DyadObligation; view: View }) {
  const [first, ...others] = statements.nodes;
  const words = texts.obligations.direction(from.label, to.label);
  return (
    <li>
      {first ? <a href={factAddress(first.id, view)}>{words}</a> : words}
      {others.map(({ id }, at) => (
        <span key={id}>
          {', '}
          <a href={factAddress(id, view)} aria-label={texts.obligations.statement(words, at + 2)}>
            {at + 2}
          </a>
        </span>
      ))}
      {statements.pageInfo.hasNextPage ? texts.obligations.moreStatements : ''}
    </li>
  );
}

interface FactLinksProps {
  readonly facts: { readonly nodes: readonly FactOutput[]; readonly pageInfo: { readonly hasNextPage: boolean } };
  readonly none: string;
  readonly view: View;
}

function FactLinks({ facts: { nodes, pageInfo }, none, view }: FactLinksProps) {
  if (nodes.length === 0) return <span className={styles.none}>{none}</span>;
  return (
    <ul className={styles.links}>
      {nodes.map((fact) => (
        <li key={fact.id}>
          <FactLink fact={fact} view={view} />
        </li>
      ))}
      {pageInfo.hasNextPage ? <li>{texts.obligations.moreFacts}</li> : null}
    </ul>
  );
}

interface MoreObligationsProps {
  readonly shownCount: number;
  readonly totalCount: number;
  readonly a: Side;
  readonly b: Side;
  readonly view: View;
}

function MoreObligations({ shownCount, totalCount, a, b, view }: MoreObligationsProps) {
  if (shownCount >= totalCount) return null;
  const listAddress = (from: Side, to: Side) =>
    address(collectionPath('Obligation'), view, { from: from.id, to: to.id });
  return (
    <p className={styles.small}>
      {texts.obligations.more(
        totalCount - shownCount,
        <a href={listAddress(a, b)}>{texts.obligations.all(a.label, b.label)}</a>,
        <a href={listAddress(b, a)}>{texts.obligations.all(b.label, a.label)}</a>,
      )}
    </p>
  );
}
