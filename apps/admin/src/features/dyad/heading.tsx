import type { View } from '../../addresses/view.ts';
import { FactLink } from '../../fields/fact-link.tsx';
import type { DyadPageQuery } from '../../generated/register/graphql.ts';
import styles from './dyad.module.css';
import { dyadAddress, type Side, sideKey } from './side.ts';
import { texts } from './texts.tsx';

/** A dyad as the query of its page selects it. Obligations, memberships and statistics have queries of their own. */
export type Dyad = NonNullable<DyadPageQuery['dyad']>;

interface HeadingProps {
  readonly a: Side;
  readonly b: Side;
  readonly on: string;
  readonly view: View;
}

/** The heading of the page: the day of the page, the two actors with their codes, and a link that swaps them. */
export function Heading({ a, b, on, view }: HeadingProps) {
  return (
    <header className={styles.heading}>
      <p className={styles.eyebrow}>
        {texts.heading.day(on)} · <a href={dyadAddress(sideKey(b), sideKey(a), view)}>{texts.heading.swap}</a>
      </p>
      <h1 className={styles.title}>
        {texts.heading.actors(<FactLink fact={a} view={view} />, <FactLink fact={b} view={view} />, (word) => (
          <span className={styles.and}>{word}</span>
        ))}
      </h1>
      <p className={styles.sides}>
        <SideWords side={a} />
        <SideWords side={b} />
      </p>
    </header>
  );
}

function SideWords({ side }: { side: Side }) {
  const key = sideKey(side);
  const official = 'officialName' in side ? side.officialName : null;
  return (
    <span>
      {key === side.id ? null : <code className={styles.code}>{key}</code>} {official ?? side.label}
    </span>
  );
}
