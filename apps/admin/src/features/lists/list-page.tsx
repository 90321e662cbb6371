import { isFactType, type TypeName, typeOf } from '@chancery/codebook';
import { collectionPath, factAddress } from '../../addresses/collections.ts';
import { address, type SearchParameters, type View, viewOf } from '../../addresses/view.ts';
import { queryRegister } from '../../endpoints/query-register.ts';
import { listDocument } from '../../endpoints/screens.ts';
import { FieldDisplay } from '../../fields/displays.tsx';
import { type FactOutputFields, outputOf } from '../../fields/outputs.ts';
import { FactLabelDocument } from '../../generated/register/graphql.ts';
import { capitalize } from '../../ui/capitalize.ts';
import { EmptyMessage } from '../../ui/empty-message.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { InvalidAddressPage } from '../errors/invalid-address-page.tsx';
import { RefusalPage } from '../errors/refusal-page.tsx';
import { EvidenceStatus } from '../evidence/evidence-status.tsx';
import { GradeChip } from '../evidence/grade-chip.tsx';
import { Frame } from '../frame/frame.tsx';
import { dayOf } from '../organization/day-of.ts';
import { SpellCell } from '../spells/spell-cell.tsx';
import { FilterChips } from './filter-chips.tsx';
import { FilterForm } from './filter-form.tsx';
import type { ActiveFilter } from './filters.ts';
import { columnOrder, type ListQuery, listQuery } from './list-query.ts';
import { listProblems, unknownFact } from './list-rules.ts';
import styles from './lists.module.css';
import { texts } from './texts.ts';

interface ListPageProps {
  readonly type: TypeName;
  readonly parameters: SearchParameters;
}

/**
 * The list of a type, 50 rows per page. The codebook defines its filters, orders and columns; the address contains the
 * reader's choices.
 */
export async function ListPage({ type, parameters }: ListPageProps) {
  const { plural, description } = typeOf(type);
  const path = collectionPath(type);
  const view = viewOf(parameters);
  const pageAddress = { path, parameters };
  const problems = listProblems(type, parameters);
  if (problems.length > 0) return <InvalidAddressPage pageAddress={pageAddress} problems={problems} />;
  const query = listQuery(type, parameters);
  const [answer, labels] = await Promise.all([
    queryRegister(listDocument(type), query.variables, view),
    labelsOf(query.filters, view),
  ]);
  if (!answer.ok) return <RefusalPage pageAddress={pageAddress} view={view} refusal={answer.refusal} />;
  const unknown = linkFilters(query.filters).filter(({ id }) => labels[id] === undefined);
  if (unknown.length > 0)
    return (
      <InvalidAddressPage pageAddress={pageAddress} problems={unknown.map(({ name, id }) => unknownFact(name, id))} />
    );
  const { totalCount, pageInfo, nodes } = answer.data.list;
  const title = capitalize(plural);
  const on = dayOf(view, answer.revision);
  const dependsOnDay = query.columns.some(([, { spell }]) => spell);
  return (
    <Frame
      pageAddress={pageAddress}
      view={view}
      revision={answer.revision}
      cited={{ title, ...(dependsOnDay ? { day: on } : {}) }}
      dayNote={dependsOnDay ? texts.dayNote : undefined}
    >
      <div className={styles.page}>
        <header className={styles.head}>
          <h1>
            {title} <span className={styles.count}>{totalCount.toLocaleString('en-GB')}</span>
          </h1>
          <p className={styles.lead}>{texts.lead(description, dependsOnDay ? on : undefined)}</p>
        </header>
        <div className={styles.tools}>
          <FilterForm {...{ type, path, parameters, query, view }} />
          <FilterChips {...{ path, parameters, view, labels }} filters={query.filters} />
        </div>
        {nodes.length > 0 ? (
          <Table
            caption={title}
            columns={columnsOf({ type, query, path, parameters, on, view })}
            rows={nodes}
            keyOf={({ id }) => id}
          />
        ) : (
          <EmptyMessage
            title={query.filters.length > 0 ? texts.empty.filtered(plural) : texts.empty.unfiltered(plural)}
          >
            {query.filters.length > 0 ? (
              <a href={address(path, view)}>{texts.empty.showAll(plural)}</a>
            ) : (
              texts.empty.noRecord(plural)
            )}
          </EmptyMessage>
        )}
        <PageLinks {...{ path, parameters, view, pageInfo }} />
      </div>
    </Frame>
  );
}

interface ColumnsOfProps {
  readonly type: TypeName;
  readonly query: ListQuery;
  readonly path: string;
  readonly parameters: SearchParameters;
  /** The day of the page. */
  readonly on: string;
  readonly view: View;
}

function columnsOf({ type, query, path, parameters, on, view }: ColumnsOfProps): Column<FactOutputFields>[] {
  const { labelTemplate, singular } = typeOf(type);
  const { after: _after, before: _before, ...rest } = parameters;
  const head = (label: string, field: string) => {
    const order = columnOrder(type, field, query.orderBy);
    if (!order) return {};
    const href = address(path, view, { ...rest, orderBy: order.next });
    const sign = order.sorted && (order.sorted === 'ascending' ? '↑' : '↓');
    return {
      sorted: order.sorted,
      head: (
        <a href={href} className={styles.order}>
          {label}
          {sign ? <span aria-hidden="true"> {sign}</span> : null}
        </a>
      ),
    };
  };
  const labelColumn: Column<FactOutputFields> = {
    key: 'label',
    label: capitalize(singular),
    ...head(capitalize(singular), labelTemplate),
    isName: true,
    cell: (row) => (
      <a href={factAddress(row.id, view)}>
        <bdi>{String(row.label)}</bdi>
      </a>
    ),
  };
  const evidenceColumn: Column<FactOutputFields> = {
    key: 'evidence',
    label: texts.evidence,
    cell: (row) => (
      <span className={styles.evidence}>
        <GradeChip grade={typeof row.grade === 'string' ? row.grade : null} />
        {typeof row.evidenceStatus === 'string' ? <EvidenceStatus status={row.evidenceStatus} quiet /> : null}
      </span>
    ),
  };
  const fieldColumns = query.columns
    .filter(([name]) => name !== labelTemplate)
    .map(
      ([name, field]): Column<FactOutputFields> => ({
        key: name,
        label: field.label,
        ...head(field.label, name),
        isNumber: field.kind === 'integer' || field.kind === 'number',
        cell: (row) => {
          if (field.spell && isFactType(type)) return <SpellCell {...{ type, name, field, row, on, view }} />;
          const value = outputOf(row, name);
          return value === null ? null : <FieldDisplay field={field} value={value} view={view} />;
        },
      }),
    );
  return isFactType(type) ? [labelColumn, ...fieldColumns, evidenceColumn] : [...fieldColumns, evidenceColumn];
}

interface PageLinksProps {
  readonly path: string;
  readonly parameters: SearchParameters;
  readonly view: View;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

function PageLinks({ path, parameters, view, pageInfo }: PageLinksProps) {
  const { after: _after, before: _before, ...rest } = parameters;
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = pageInfo;
  if (!hasNextPage && !hasPreviousPage) return null;
  return (
    <nav aria-label={texts.pages.name} className={styles.pages}>
      {hasPreviousPage && startCursor ? (
        <>
          <a href={address(path, view, rest)}>{texts.pages.first}</a>
          <a href={address(path, view, { ...rest, before: startCursor })} rel="prev">
            {texts.pages.previous}
          </a>
        </>
      ) : null}
      {hasNextPage && endCursor ? (
        <a href={address(path, view, { ...rest, after: endCursor })} rel="next">
          {texts.pages.next}
        </a>
      ) : null}
    </nav>
  );
}

/** Returns the facts by which a list is filtered, each with the name of the filter. */
function linkFilters(filters: readonly ActiveFilter[]): { readonly name: string; readonly id: string }[] {
  return filters.flatMap(({ field, name, parameters }) =>
    field.kind === 'link' ? (parameters[name] ?? []).map((id) => ({ name, id })) : [],
  );
}

/** Loads the labels of the facts by which a list is filtered, by id. Leaves out facts that the register does not have. */
async function labelsOf(filters: readonly ActiveFilter[], view: View): Promise<Record<string, string>> {
  const answers = await Promise.all(
    linkFilters(filters).map(({ id }) => queryRegister(FactLabelDocument, { id }, view)),
  );
  return Object.fromEntries(
    answers.flatMap((answer) => {
      const node = answer.ok ? answer.data.node : null;
      return node && 'label' in node && typeof node.label === 'string' ? [[node.id, node.label] as const] : [];
    }),
  );
}
