import { factTypeOfId, typeOf } from '@chancery/codebook';
import { addressProblems, anyText, viewRules } from '../../addresses/address-rules.ts';
import { factAddress } from '../../addresses/collections.ts';
import { address, firstValue, type SearchParameters, viewOf } from '../../addresses/view.ts';
import { checkRevision } from '../../endpoints/check-revision.ts';
import { queryRegister } from '../../endpoints/query-register.ts';
import { RevisionChangesDocument } from '../../generated/register/graphql.ts';
import { Section } from '../../ui/section.tsx';
import stack from '../../ui/stack.module.css';
import { type Column, Table } from '../../ui/table.tsx';
import { InvalidAddressPage } from '../errors/invalid-address-page.tsx';
import { RefusalPage } from '../errors/refusal-page.tsx';
import { Frame } from '../frame/frame.tsx';
import { changeWords } from './change-words.ts';
import { labelsAt } from './labels-at.ts';
import styles from './revisions.module.css';
import { texts } from './texts.tsx';

interface RevisionPageProps {
  readonly number: number;
  readonly parameters: SearchParameters;
}

interface Change {
  readonly kind: string;
  readonly ordinal: number;
  readonly factId: string;
}

const pageSize = 60;

/** `/revisions/9`: the operations of one revision, 60 per page. */
export async function RevisionPage({ number, parameters }: RevisionPageProps) {
  const path = `/revisions/${number}`;
  const view = viewOf(parameters);
  const pageAddress = { path, parameters };
  const problems = addressProblems(parameters, { ...viewRules, after: anyText });
  if (problems.length > 0) return <InvalidAddressPage pageAddress={pageAddress} problems={problems} />;
  const refusal = await checkRevision(view);
  if (refusal) return <RefusalPage pageAddress={pageAddress} view={view} refusal={refusal} />;
  // At this revision, the changes since the previous one are exactly the changes of this revision.
  const atRevision = { at: number };
  const after = firstValue(parameters.after) ?? null;
  const answer = await queryRegister(
    RevisionChangesDocument,
    { since: number - 1, first: pageSize, after },
    atRevision,
  );
  if (!answer.ok)
    return (
      <RefusalPage
        pageAddress={answer.refusal.code === 'NO_SUCH_REVISION' ? { path: '/revisions', parameters: {} } : pageAddress}
        view={view}
        refusal={answer.refusal}
      />
    );
  const { revision, changes } = answer.data;
  const nodes = changes?.nodes ?? [];
  const labels = await labelsAt(
    nodes.map(({ factId }) => factId),
    atRevision,
  );
  const end = changes?.pageInfo.hasNextPage ? changes.pageInfo.endCursor : null;
  return (
    <Frame
      pageAddress={pageAddress}
      view={view}
      revision={answer.revision}
      isAboutRevision
      cited={{ title: revision.title ?? texts.revision(number) }}
    >
      <div className={stack.page}>
        <header className={stack.tight}>
          <p className={styles.lead}>{texts.page.eyebrow(number, revision.at)}</p>
          <h1>{revision.title ?? texts.revision(number)}</h1>
          <nav aria-label={texts.page.revisions} className={styles.pages}>
            {number > 1 ? (
              <a href={address(`/revisions/${number - 1}`, view)}>{texts.page.previous(number - 1)}</a>
            ) : null}
            <a href={address('/', atRevision)}>{texts.page.view}</a>
            <a href={address('/revisions', view)}>{texts.page.all}</a>
          </nav>
        </header>
        <Section id="changes" title={texts.page.changes} count={changes?.totalCount ?? 0}>
          <Table
            caption={texts.page.changes}
            columns={columnsOf(labels, number)}
            rows={nodes}
            keyOf={({ ordinal }) => String(ordinal)}
          />
          {end ? <a href={address(path, view, { after: end })}>{texts.page.more}</a> : null}
        </Section>
      </div>
    </Frame>
  );
}

function columnsOf(labels: ReadonlyMap<string, string>, at: number): Column<Change>[] {
  return [
    { key: 'ordinal', label: texts.page.columns.ordinal, isNumber: true, cell: ({ ordinal }) => ordinal },
    { key: 'kind', label: texts.page.columns.change, cell: ({ kind }) => changeWords(kind) },
    {
      key: 'type',
      label: texts.page.columns.type,
      cell: ({ factId }) => {
        const type = factTypeOfId(factId);
        return type ? typeOf(type).singular : null;
      },
    },
    {
      key: 'fact',
      label: texts.page.columns.fact,
      isName: true,
      cell: ({ factId }) => (
        <a href={factAddress(factId, { at })}>
          <bdi>{labels.get(factId) ?? factId}</bdi>
        </a>
      ),
    },
  ];
}
