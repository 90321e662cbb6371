'use client';

import { editorAddress } from '../desk-home/desk-addresses.ts';
import { changeLabels } from '../review/change-labels.ts';
import type { FactDiff } from '../review/fact-diff.ts';
import { labelOf } from '../review/names.ts';
import type { ChangesetView } from '../review/review-data.ts';
import type { TypeGroup } from '../review/review-tree.ts';
import { ValueDiff } from '../review/value-diff.tsx';
import styles from './submit.module.css';
import { texts } from './texts.ts';

interface ChangesListProps {
  readonly tree: readonly TypeGroup[];
  readonly view: ChangesetView;
  /** Discards all operations of the changeset on a fact. Without it, there are no discard buttons. */
  readonly onDiscard?: (fact: string) => void;
  readonly isBusy: boolean;
}

/** The facts that a changeset changes, grouped by type. The changes to each fact can be discarded on their own. */
export function ChangesList({ tree, view, onDiscard, isBusy }: ChangesListProps) {
  const row = (diff: FactDiff) => {
    const name = labelOf(diff.fact, view.names);
    const { sign, label } = changeLabels[diff.sort];
    return (
      <>
        <div className={styles.changeHead}>
          <span className={styles.sign} data-sort={diff.sort} aria-hidden="true">
            {sign}
          </span>
          <a href={editorAddress(diff.fact)}>
            <bdi>{name}</bdi>
          </a>
          <span className={styles.aside}>{label}</span>
          {onDiscard ? (
            <button
              type="button"
              className={styles.discard}
              disabled={isBusy}
              aria-label={texts.changes.discardLabel(name)}
              onClick={() => onDiscard(diff.fact)}
            >
              {texts.changes.discard}
            </button>
          ) : null}
        </div>
        {diff.retirement ? <p className={styles.aside}>{diff.retirement.reason}</p> : null}
        {diff.sort === 'changed' ? (
          <dl className={styles.changeFields}>
            {diff.fields.map((field) => (
              <div key={field.name}>
                <dt>{field.label}</dt>
                <dd>
                  <ValueDiff diff={field} comparedWith="base" names={view.names} />
                </dd>
              </div>
            ))}
          </dl>
        ) : null}
      </>
    );
  };
  return (
    <>
      {tree.map(({ title, branches }) => (
        <section key={title} aria-label={title} className={styles.group}>
          <h3>{title}</h3>
          <ul>
            {branches.map(({ diff, links }) => (
              <li key={diff.fact} className={styles.change}>
                {row(diff)}
                {links.length > 0 ? (
                  <ul className={styles.linked}>
                    {links.map((link) => (
                      <li key={link.fact}>{row(link)}</li>
                    ))}
                  </ul>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
