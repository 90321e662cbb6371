import { changeWords } from './change-words.ts';
import type { FactDiff } from './fact-diff.ts';
import { type Names, nameOf } from './names.ts';
import styles from './review.module.css';
import type { Grove } from './review-tree.ts';

interface TreeProps {
  readonly tree: readonly Grove[];
  readonly names: Names;
  readonly viewed?: ReadonlySet<string>;
}

/** The facts of a changeset by type, each with the links that hang on it; each leads to its difference on the page. */
export function TreeOfFacts({ tree, names, viewed }: TreeProps) {
  const leaf = (diff: FactDiff) => (
    <a href={`#${diff.fact}`} className={styles.leaf} data-viewed={viewed?.has(diff.fact) || undefined}>
      <span className={styles.factSign} data-sort={diff.sort} aria-hidden="true">
        {changeWords[diff.sort].sign}
      </span>
      <bdi>{nameOf(diff.fact, names)}</bdi>
      <span className="visually-hidden">, {changeWords[diff.sort].words}</span>
      {viewed?.has(diff.fact) ? (
        <span className={styles.tick} role="img" aria-label="viewed">
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
