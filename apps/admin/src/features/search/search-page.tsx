import { factTypeOfId, typeOf } from '@chancery/codebook';
import { addressProblems, anyText, shortText, viewRules } from '../../addresses/address-rules.ts';
import { address, firstValue, type SearchParameters, type View, viewOf, viewParameters } from '../../addresses/view.ts';
import { checkRevision } from '../../endpoints/check-revision.ts';
import { queryRegister } from '../../endpoints/query-register.ts';
import { FactLink } from '../../fields/fact-link.tsx';
import { SearchRegisterDocument, type SearchRegisterQuery } from '../../generated/register/graphql.ts';
import { EmptyMessage } from '../../ui/empty-message.tsx';
import { InvalidAddressPage } from '../errors/invalid-address-page.tsx';
import { RefusalPage } from '../errors/refusal-page.tsx';
import { Frame } from '../frame/frame.tsx';
import type { PageAddress } from '../frame/page-address.ts';
import { describeMatch } from './describe-match.ts';
import styles from './search.module.css';
import { texts } from './texts.ts';

const path = '/search';
const pageSize = 50;
const maxTextLength = 200;
const rules = { q: shortText(maxTextLength), ...viewRules, after: anyText };

/** `/search?q=iran`: the records that the field `search` of the API finds for the text, best match first. */
export async function SearchPage({ parameters }: { parameters: SearchParameters }) {
  const view = viewOf(parameters);
  const pageAddress = { path, parameters };
  const problems = addressProblems(parameters, rules);
  if (problems.length > 0) return <InvalidAddressPage pageAddress={pageAddress} problems={problems} />;
  const text = firstValue(parameters.q)?.trim();
  if (!text) {
    const refusal = await checkRevision(view);
    if (refusal) return <RefusalPage pageAddress={pageAddress} view={view} refusal={refusal} />;
    return <EmptySearch pageAddress={pageAddress} view={view} />;
  }
  const after = firstValue(parameters.after) ?? null;
  const answer = await queryRegister(SearchRegisterDocument, { text, first: pageSize, after }, view);
  if (!answer.ok) return <RefusalPage pageAddress={pageAddress} view={view} refusal={answer.refusal} />;
  const { search } = answer.data;
  const count = search?.totalCount ?? 0;
  const end = search?.pageInfo.hasNextPage ? search.pageInfo.endCursor : null;
  return (
    <Frame
      pageAddress={pageAddress}
      view={view}
      revision={answer.revision}
      cited={{ title: texts.titleFor(text) }}
      searchText={text}
    >
      <div className={styles.page}>
        <h1>{texts.found(count, text)}</h1>
        <Field text={text} view={view} />
        {search && count > 0 ? (
          <Results edges={search.edges} view={view} />
        ) : (
          <EmptyMessage title={texts.none.title}>{texts.none.help}</EmptyMessage>
        )}
        {end ? <a href={address(path, view, { q: text, after: end })}>{texts.more}</a> : null}
      </div>
    </Frame>
  );
}

function EmptySearch({ pageAddress, view }: { pageAddress: PageAddress; view: View }) {
  return (
    <Frame pageAddress={pageAddress} view={view}>
      <div className={styles.page}>
        <h1>{texts.heading}</h1>
        <Field view={view} />
      </div>
    </Frame>
  );
}

function Field({ text, view }: { text?: string; view: View }) {
  return (
    <search>
      <form action={path} method="get" className={styles.form}>
        <label htmlFor="search-text" className="visually-hidden">
          {texts.label}
        </label>
        <input id="search-text" type="search" name="q" defaultValue={text} key={text} maxLength={maxTextLength} />
        {Object.entries(viewParameters(view)).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit">{texts.submit}</button>
      </form>
    </search>
  );
}

type Edges = NonNullable<SearchRegisterQuery['search']>['edges'];

function Results({ edges, view }: { edges: Edges; view: View }) {
  return (
    <ol className={styles.results}>
      {edges.map(({ node, ...match }) => {
        const type = factTypeOfId(node.id);
        return (
          <li key={node.id}>
            <span className={styles.kind}>{type ? typeOf(type).singular : texts.fact}</span>
            <FactLink fact={node} view={view} />
            <span className={styles.matched}>{describeMatch(match)}</span>
          </li>
        );
      })}
    </ol>
  );
}
