'use client';

import { editorAddress } from '../desk-home/desk-addresses.ts';
import { changeWords } from '../review/change-words.ts';
import type { FactDiff } from '../review/fact-diff.ts';
import { nameOf } from '../review/names.ts';
import type { ChangesetView } from '../review/review-data.ts';
import type { Grove } from '../review/review-tree.ts';
import { ValueDiff } from '../review/value-diff.tsx';
import styles from './submit.module.css';

interface ChangesListProps {
  readonly tree: readonly Grove[];
  readonly view: ChangesetView;
  /** Takes everything on a fact out; without it nothing can be discarded. */
  readonly onDiscard?: (fact: string) => void;
  readonly isBusy: boolean;
}

/** What a changeset does, grouped by type, each fact with its fields, and each to be discarded by itself. */
export function ChangesList({ tree, view, onDiscard, isBusy }: ChangesListProps) {
  const row = (diff: FactDiff) => {
    const name = nameOf(diff.fact, view.names);
    const { sign, words } = changeWords[diff.sort];
    return (
      <>
        <div className={styles.changeHead}>
          <span className={styles.sign} data-sort={diff.sort} aria-hidden="true">
            {sign}
          </span>
          <a href={editorAddress(diff.fact)}>
            <bdi>{name}</bdi>
          </a>
          <span className={styles.aside}>{words}</span>
          {onDiscard ? (
            <button
              type="button"
              className={styles.discard}
              disabled={isBusy}
              aria-label={`Discard the changes to ${name}`}
              onClick={() => onDiscard(diff.fact)}
            >
              Discard
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
                  <ValueDiff diff={field} against="base" names={view.names} />
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
