import { addressProblems, pageRules, viewRules } from '../../addresses/address-rules.ts';
import { address, firstValue, type SearchParameters, viewOf } from '../../addresses/view.ts';
import { queryRegister } from '../../endpoints/query-register.ts';
import { RevisionsDocument } from '../../generated/register/graphql.ts';
import stack from '../../ui/stack.module.css';
import { InvalidAddressPage } from '../errors/invalid-address-page.tsx';
import { RefusalPage } from '../errors/refusal-page.tsx';
import { Frame } from '../frame/frame.tsx';
import { RevisionList } from './revision-list.tsx';
import styles from './revisions.module.css';
import { texts } from './texts.tsx';

const path = '/revisions';
const pageSize = 50;
/** The search parameter that selects a revision, as readers add it to an address. */
const viewParameter = '?at=';

/** `/revisions`: the revisions of the register, latest first, 50 per page. */
export async function RevisionsPage({ parameters }: { parameters: SearchParameters }) {
  const view = viewOf(parameters);
  const pageAddress = { path, parameters };
  const problems = addressProblems(parameters, { ...viewRules, ...pageRules });
  if (problems.length > 0) return <InvalidAddressPage pageAddress={pageAddress} problems={problems} />;
  const [after, before] = [firstValue(parameters.after), firstValue(parameters.before)];
  const place = before ? { last: pageSize, before } : { first: pageSize, ...(after ? { after } : {}) };
  const answer = await queryRegister(RevisionsDocument, place, view);
  if (!answer.ok) return <RefusalPage pageAddress={pageAddress} view={view} refusal={answer.refusal} />;
  const { totalCount, nodes, pageInfo } = answer.data.revisions;
  return (
    <Frame pageAddress={pageAddress} view={view} revision={answer.revision} cited={{ title: texts.list.heading }}>
      <div className={stack.page}>
        <header className={stack.tight}>
          <h1>
            {texts.list.heading} <span className={styles.count}>{totalCount.toLocaleString('en-GB')}</span>
          </h1>
          <p className={styles.lead}>{texts.list.lead(<code>{viewParameter}</code>)}</p>
        </header>
        <RevisionList revisions={nodes} view={view} />
        <nav aria-label={texts.list.pages.name} className={styles.pages}>
          {pageInfo.hasPreviousPage && pageInfo.startCursor ? (
            <a href={address(path, view, { before: pageInfo.startCursor })} rel="prev">
              {texts.list.pages.later}
            </a>
          ) : null}
          {pageInfo.hasNextPage && pageInfo.endCursor ? (
            <a href={address(path, view, { after: pageInfo.endCursor })} rel="next">
              {texts.list.pages.earlier}
            </a>
          ) : null}
        </nav>
      </div>
    </Frame>
  );
}
