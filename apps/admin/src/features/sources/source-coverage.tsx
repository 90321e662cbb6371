import { completeness, coveredKind } from '@chancery/codebook';
import { collectionPath, factAddress } from '../../addresses/collections.ts';
import { address, type View } from '../../addresses/view.ts';
import { queryRegister } from '../../endpoints/query-register.ts';
import { FactLink } from '../../fields/fact-link.tsx';
import { SourceCoverageDocument, type SourceCoverageQuery } from '../../generated/register/graphql.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { MoreNote } from '../lists/more-note.tsx';
import styles from './sources.module.css';
import { texts } from './texts.tsx';

type Source = NonNullable<SourceCoverageQuery['source']>;
type Coverage = Source['coverages']['nodes'][number];

/** The coverage of a source in sentences, and a notice if facts imported from the source are withheld. */
export async function SourceCoverage({ id, view }: { id: string; view: View }) {
  const answer = await queryRegister(SourceCoverageDocument, { id }, view);
  if (!answer.ok) return <Notice tone="warning">{answer.refusal.message}</Notice>;
  const { source } = answer.data;
  if (!source) return null;
  const { totalCount, nodes } = source.coverages;
  return (
    <>
      {source.republication === 'WITHHELD' ? <Withheld licence={source.licence} /> : null}
      <Section
        id="coverage"
        title={texts.coverage.heading}
        count={totalCount > 0 ? totalCount : undefined}
        lead={totalCount > 0 ? texts.coverage.lead : undefined}
      >
        {totalCount > 0 ? (
          <ul>
            {nodes.map((coverage) => (
              <CoverageLine key={coverage.id} coverage={coverage} view={view} />
            ))}
          </ul>
        ) : (
          <p className={styles.unstated}>{texts.coverage.none}</p>
        )}
        <MoreNote
          shownCount={nodes.length}
          totalCount={totalCount}
          href={address(collectionPath('Coverage'), view, { source: id })}
        />
      </Section>
    </>
  );
}

function Withheld({ licence }: { licence: string | null }) {
  return (
    <Notice title={texts.withheld.title} tone="warning">
      {texts.withheld.body(licence)}
    </Notice>
  );
}

function CoverageLine({ coverage, view }: { coverage: Coverage; view: View }) {
  const { id, kind, organization, population, period, completeness: completenessValue, gaps, dataSet } = coverage;
  return (
    <li className={styles.coverage}>
      <p>
        {texts.coverage.scope({
          kind: <a href={factAddress(id, view)}>{listedLabel(coveredKind.values, kind)}</a>,
          organization: organization ? <FactLink fact={organization} view={view} /> : null,
          population,
          period: <b>{period.words}</b>,
          gaps: gaps?.words,
        })}{' '}
        {dataSet ? texts.coverage.dataSet(<code>{dataSet}</code>) : null}
      </p>
      <p className={styles.completeness}>
        {texts.coverage.completeness(listedLabel(completeness.values, completenessValue))}{' '}
        {Object.entries(completeness.values).find(([value]) => value === completenessValue)?.[1].description}
      </p>
    </li>
  );
}

function listedLabel(values: Readonly<Record<string, { readonly label: string }>>, value: string): string {
  return values[value]?.label ?? value;
}
