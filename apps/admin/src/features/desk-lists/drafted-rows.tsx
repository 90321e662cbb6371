'use client';

import { type FactTypeName, factTypeOfId, typeOf } from '@chancery/codebook';
import { useWork, useWorkState } from '../changeset/work-provider.tsx';
import { editorAddress } from '../desk-home/desk-addresses.ts';
import styles from './desk-lists.module.css';
import { PublicationBadge } from './publication-badge.tsx';
import { texts } from './texts.ts';

/** The facts of a type that the current changeset creates, which the table of published facts lacks. */
export function DraftedRows({ type }: { readonly type: FactTypeName }) {
  const work = useWork();
  const { serverFacts, pending } = useWorkState();
  const ids = [...new Set([...serverFacts.keys(), ...pending.map(({ fact }) => fact)])].filter(
    (id) => factTypeOfId(id) === type && work.draft(id).status === 'new',
  );
  if (ids.length === 0) return null;
  return (
    <section aria-label={texts.drafted.label} className={styles.drafted}>
      <h2>{texts.drafted.heading(typeOf(type).plural)}</h2>
      <ul>
        {ids.map((id) => (
          <li key={id}>
            <a href={editorAddress(id)}>
              <bdi>{work.nameOf(id)}</bdi>
            </a>{' '}
            <PublicationBadge id={id} />
          </li>
        ))}
      </ul>
    </section>
  );
}
