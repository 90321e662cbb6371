import { type FactTypeName, factTypeNames, typeOf } from '@chancery/codebook';
import { addressProblems, viewRules } from '../../addresses/address-rules.ts';
import { collectionPath } from '../../addresses/collections.ts';
import { address, type SearchParameters, type View, viewOf, viewParameters } from '../../addresses/view.ts';
import { queryAtOneRevision } from '../../endpoints/query-at-one-revision.ts';
import { queryRegister } from '../../endpoints/query-register.ts';
import { LatestRevisionsDocument, LinkCensusDocument, RecordCensusDocument } from '../../generated/register/graphql.ts';
import { Section } from '../../ui/section.tsx';
import { InvalidAddressPage } from '../errors/invalid-address-page.tsx';
import { RefusalPage } from '../errors/refusal-page.tsx';
import { Frame } from '../frame/frame.tsx';
import { RevisionList } from '../revisions/revision-list.tsx';
import { DyadChooser } from './dyad-chooser.tsx';
import styles from './home.module.css';
import { texts } from './texts.ts';

const path = '/';
const revisionsShown = 6;
const typesOfCategory = (category: string) => factTypeNames.filter((type) => typeOf(type).category === category);

/** The home page: search, the counts of all records and links at the revision, and the latest revisions up to it. */
export async function Home({ parameters }: { parameters: SearchParameters }) {
  const view = viewOf(parameters);
  const pageAddress = { path, parameters };
  const problems = addressProblems(parameters, viewRules);
  if (problems.length > 0) return <InvalidAddressPage pageAddress={pageAddress} problems={problems} />;
  const [records, links, latest] = await queryAtOneRevision(view, (queryView) =>
    Promise.all([
      queryRegister(RecordCensusDocument, {}, queryView),
      queryRegister(LinkCensusDocument, {}, queryView),
      queryRegister(LatestRevisionsDocument, { first: revisionsShown }, queryView),
    ]),
  );
  if (!records.ok) return <RefusalPage pageAddress={pageAddress} view={view} refusal={records.refusal} />;
  if (!links.ok) return <RefusalPage pageAddress={pageAddress} view={view} refusal={links.refusal} />;
  if (!latest.ok) return <RefusalPage pageAddress={pageAddress} view={view} refusal={latest.refusal} />;
  const { revisions } = latest.data;
  return (
    <Frame pageAddress={pageAddress} view={view} revision={latest.revision} cited={{ title: texts.title }}>
      <div className={styles.page}>
        <header className={styles.opening}>
          <h1 className={styles.title}>{texts.heading}</h1>
          <p className={styles.lead}>{texts.lead}</p>
          <SearchForms view={view} />
        </header>
        <div className={styles.columns}>
          <Section id="holds" title={texts.contents}>
            <Counts view={view} types={typesOfCategory('record')} census={records.data} />
            <h3 className={styles.sub}>{texts.links}</h3>
            <Counts view={view} types={typesOfCategory('link')} census={links.data} />
          </Section>
          <Section
            id="latest"
            title={texts.revisions.heading}
            aside={<a href={address('/revisions', view)}>{texts.revisions.all(revisions.totalCount)}</a>}
          >
            <RevisionList revisions={revisions.nodes} view={view} />
          </Section>
        </div>
      </div>
    </Frame>
  );
}

function SearchForms({ view }: { view: View }) {
  return (
    <div className={styles.ways}>
      <search>
        <form action="/search" method="get" className={styles.find}>
          <label htmlFor="home-search">{texts.search.label}</label>
          <div className={styles.findRow}>
            <input id="home-search" type="search" name="q" placeholder={texts.search.example} maxLength={200} />
            <button type="submit">{texts.search.submit}</button>
          </div>
          {Object.entries(viewParameters(view)).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        </form>
      </search>
      <DyadChooser view={view} />
    </div>
  );
}

interface CountsProps {
  readonly view: View;
  readonly types: readonly FactTypeName[];
  /** The count of each type, by the name of its root field in the API, such as `states`. */
  readonly census: Readonly<Record<string, { readonly totalCount: number }>>;
}

function Counts({ view, types, census }: CountsProps) {
  return (
    <ul className={styles.counts}>
      {types.map((type) => (
        <li key={type}>
          <a href={address(collectionPath(type), view)}>{typeOf(type).plural}</a>
          <span className={styles.leader} aria-hidden="true" />
          <span className={styles.number}>{census[typeOf(type).many]?.totalCount.toLocaleString('en-GB')}</span>
        </li>
      ))}
    </ul>
  );
}
