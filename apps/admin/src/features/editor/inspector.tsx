'use client';

import { fieldsOf, typeOf } from '@chancery/codebook';
import { Button } from '@mantine/core';
import { factPath } from '../../addresses/collections.ts';
import { useDraft, useLabel, useWork } from '../changeset/work-provider.tsx';
import { CitationCard } from '../citation-composer/citation-card.tsx';
import { CiteButtons } from '../citation-composer/cite-buttons.tsx';
import { Composer } from '../citation-composer/composer.tsx';
import { historyAddress } from '../desk-home/desk-addresses.ts';
import styles from './editor.module.css';
import { citationsFor } from './evidence-mark.tsx';
import { removeWaiverOperations, titleFor } from './field-operations.ts';
import { useFocus } from './focus.tsx';
import { texts } from './texts.tsx';

/**
 * The evidence of the focused field or fact, with the buttons to cite a source, or the citation form while it is open.
 */
export function Inspector({ record, facts }: { readonly record: string; readonly facts: readonly string[] }) {
  const focus = useFocus();
  const { fact, field } = focus?.focused ?? { fact: record };
  const draft = useDraft(fact);
  const label = useLabel(fact);
  const definition = field ? fieldsOf(draft.type)[field] : undefined;
  return (
    <aside className={styles.inspector} aria-label={texts.evidence.label}>
      {focus?.isComposing ? (
        <Composer
          key={`${fact} ${field ?? ''}`}
          on={focus.focused}
          facts={facts}
          close={() => focus.compose(undefined)}
        />
      ) : (
        <>
          <h2>{definition ? texts.evidence.headingOf(definition.label) : texts.evidence.heading}</h2>
          <p className={styles.help}>{draft.status === 'none' ? texts.newFact(typeOf(draft.type).singular) : label}</p>
          <CiteButtons draft={draft} field={field} />
          <Citations fact={fact} field={field} />
        </>
      )}
      {draft.published ? (
        <p className={styles.ways}>
          <a href={historyAddress(fact)}>{texts.evidence.history}</a>{' '}
          <a href={factPath(fact)}>{texts.evidence.publicPage}</a>
        </p>
      ) : null}
    </aside>
  );
}

function Citations({ fact, field }: { readonly fact: string; readonly field: string | undefined }) {
  const work = useWork();
  const draft = useDraft(fact);
  const citations = citationsFor(draft, field);
  const waiver = field ? (draft.waivers[field] ?? draft.waivers['*']) : undefined;
  return (
    <>
      {waiver ? <p className={styles.waived}>{texts.evidence.waived(waiver)}</p> : null}
      {field && draft.waivers[field] ? (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => work.write(removeWaiverOperations(draft, field), titleFor(draft, work.nameOf(fact)))}
        >
          {texts.evidence.removeWaiver}
        </Button>
      ) : null}
      {citations.length === 0 ? (
        <p className={styles.help}>{draft.published?.batch ? texts.evidence.onlyImport : texts.evidence.noCitation}</p>
      ) : null}
      <ul>
        {citations.map((citation) => (
          <CitationCard key={citation.id} draft={draft} citation={citation} />
        ))}
      </ul>
    </>
  );
}
