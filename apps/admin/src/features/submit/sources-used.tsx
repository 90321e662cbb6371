import { Section } from '../../ui/section.tsx';
import { DeskLink } from '../review/desk-link.tsx';
import type { FactDiff } from '../review/fact-diff.ts';
import type { Names } from '../review/names.ts';
import { isFactId } from '../review/names.ts';
import styles from './submit.module.css';
import { texts } from './texts.ts';

interface SourcesUsedProps {
  readonly diffs: readonly FactDiff[];
  readonly names: Names;
  /** The part of the changeset that the list covers; `undefined` if it covers all of it. */
  readonly lead?: string | undefined;
}

/** The sources of the citations that the changeset adds, each with the number of these citations. */
export function SourcesUsed({ diffs, names, lead }: SourcesUsedProps) {
  const counts = new Map<string, number>();
  for (const { evidence, fields } of diffs)
    for (const { values, state } of [...evidence, ...fields.flatMap((field) => field.evidence)])
      if (state === 'new' && isFactId(values.source)) counts.set(values.source, (counts.get(values.source) ?? 0) + 1);
  if (counts.size === 0) return null;
  return (
    <Section id="sources" title={texts.sources.heading} count={counts.size} lead={lead}>
      <ul className={styles.sources}>
        {[...counts].map(([source, count]) => (
          <li key={source}>
            <DeskLink id={source} names={names} />
            <span className={styles.aside}>
              {names.reliability[source] ? texts.sources.reliability(names.reliability[source]) : ''}
              {texts.sources.citations(count)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
