import { changeLabels } from './change-labels.ts';
import type { FactDiff } from './fact-diff.ts';
import { labelOf, type Names } from './names.ts';
import styles from './review.module.css';
import type { TypeGroup } from './review-tree.ts';
import { texts } from './texts.tsx';

interface TreeProps {
  readonly tree: readonly TypeGroup[];
  readonly names: Names;
  readonly viewed?: ReadonlySet<string>;
}

/** The facts on the page by type, each record with its links. Every fact links to its section. */
export function FactTree({ tree, names, viewed }: TreeProps) {
  const leaf = (diff: FactDiff) => (
    <a href={`#${diff.fact}`} className={styles.leaf} data-viewed={viewed?.has(diff.fact) || undefined}>
      <span className={styles.factSign} data-sort={diff.sort} aria-hidden="true">
        {changeLabels[diff.sort].sign}
      </span>
      <bdi>{labelOf(diff.fact, names)}</bdi>
      <span className="visually-hidden">{texts.changes.sortSuffix(changeLabels[diff.sort].label)}</span>
      {viewed?.has(diff.fact) ? (
        <span className={styles.tick} role="img" aria-label={texts.changes.viewedMark}>
          ✓
        </span>
      ) : null}
    </a>
  );
  return (
    <ul>
      {tree.map(({ title, branches }) => (
        <li key={title}>
          <p className={styles.eyebrow}>{title}</p>
          <ul className={styles.branches}>
            {branches.map(({ diff, links }) => (
              <li key={diff.fact}>
                {leaf(diff)}
                {links.length > 0 ? (
                  <ul className={styles.twigs}>
                    {links.map((link) => (
                      <li key={link.fact}>{leaf(link)}</li>
                    ))}
                  </ul>
                ) : null}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
