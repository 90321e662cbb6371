'use client';

import { typeOf } from '@chancery/codebook';
import { factAddress, factPath } from '../../addresses/collections.ts';
import { EmptyMessage } from '../../ui/empty-message.tsx';
import { momentWords } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';
import { editorAddress } from '../desk-home/desk-addresses.ts';
import { personName } from '../desk-home/person-name.ts';
import { RevertForm } from '../merge/revert-form.tsx';
import { changeLabels } from '../review/change-labels.ts';
import { EvidenceList } from '../review/evidence-list.tsx';
import type { FactDiff } from '../review/fact-diff.ts';
import type { Names } from '../review/names.ts';
import { ValueDiff } from '../review/value-diff.tsx';
import styles from './history.module.css';
import type { FactHistory } from './load-history.ts';
import { stepDiff } from './step-diff.ts';
import { texts } from './texts.tsx';

interface HistoryScreenProps {
  readonly data: FactHistory;
  /** Whether there may be older operations. */
  readonly hasOlder: boolean;
}

/**
 * A page of the history of a fact by revision, latest first: authors, old and new values of the changed fields, and
 * evidence.
 */
export function HistoryScreen({ data: { fact, label, history, me, names, retired }, hasOlder }: HistoryScreenProps) {
  const revisions = [...new Set(history.map(({ revision }) => revision))];
  const canRevert = me?.role === 'EDITOR' || me?.role === 'ADMIN';
  const oldest = revisions.at(-1);
  return (
    <article className={styles.screen}>
      <header>
        <h1>{texts.heading(<bdi>{label}</bdi>)}</h1>
        <p className={styles.aside}>
          <a href={editorAddress(fact)}>{texts.edit}</a> · <a href={factPath(fact)}>{texts.publicPage}</a>
        </p>
      </header>
      {retired === undefined ? null : <Notice title={texts.retired.title}>{texts.retired.reason(retired)}</Notice>}
      {history.length === 0 ? <EmptyMessage title={texts.none} /> : null}
      <ol className={styles.revisions}>
        {revisions.map((revision) => {
          const steps = history.filter((step) => step.revision === revision);
          const [first] = steps;
          return first ? (
            <li key={revision} id={`r${revision}`} aria-label={texts.revision(revision)}>
              <header className={styles.head}>
                <h2>
                  <a href={`/revisions/${revision}`}>{texts.revision(revision)}</a>
                </h2>
                <span>{first.title}</span>
              </header>
              <p className={styles.aside}>
                {texts.authors(
                  <time dateTime={first.at}>{momentWords(first.at)}</time>,
                  personName(first.author, me),
                  personName(first.mergedBy, me),
                )}{' '}
                <a href={factAddress(fact, { at: revision })}>{texts.view}</a>
              </p>
              <Step diff={stepDiff(fact, steps.map(({ operation }) => operation).toReversed())} names={names} />
              {canRevert ? <RevertForm revision={revision} /> : null}
            </li>
          ) : null;
        })}
      </ol>
      {hasOlder && oldest !== undefined ? <a href={`?before=${oldest}`}>{texts.older}</a> : null}
    </article>
  );
}

function Step({ diff, names }: { readonly diff: FactDiff; readonly names: Names }) {
  return (
    <div className={styles.step}>
      <p className={styles.kind}>
        <span aria-hidden="true">{changeLabels[diff.sort].sign}</span>{' '}
        {texts.change(typeOf(diff.type).singular, changeLabels[diff.sort].label)}
      </p>
      {diff.retirement ? <p>{diff.retirement.reason}</p> : null}
      <EvidenceList evidence={diff.evidence} names={names} />
      <dl className={styles.fields}>
        {diff.fields.map((field) => (
          <div key={field.name}>
            <dt>{field.label}</dt>
            <dd>
              {field.isSet ? <ValueDiff diff={field} comparedWith="base" names={names} /> : null}
              <EvidenceList evidence={field.evidence} names={names} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
