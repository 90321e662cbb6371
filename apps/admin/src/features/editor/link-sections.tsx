'use client';

import {
  type FactTypeName,
  factTypeOfId,
  fieldsOf,
  type InverseLink,
  inversesOf,
  isFactType,
  newId,
  typeOf,
} from '@chancery/codebook';
import { useState } from 'react';
import { ValueWords } from '../../fields/value-words.tsx';
import type { Draft } from '../changeset/draft.ts';
import { useDraft, useLabel, useWork, useWorkState } from '../changeset/work-provider.tsx';
import styles from './editor.module.css';
import { FactActions } from './fact-actions.tsx';
import { FactForm } from './fact-form.tsx';
import { texts } from './texts.tsx';

/**
 * Returns the inverse links of a type that lead to facts of the category `link`, such as memberships. The form of a
 * record has a section for each of them.
 */
export function linkSectionsOf(type: FactTypeName): (InverseLink & { type: FactTypeName })[] {
  return inversesOf(type).filter(
    (inverse): inverse is InverseLink & { type: FactTypeName } =>
      isFactType(inverse.type) && typeOf(inverse.type).category === 'link',
  );
}

/** The links that refer to a record, in sections, each with a form that can be opened. */
export function LinkSections({ record, type }: { readonly record: string; readonly type: FactTypeName }) {
  return linkSectionsOf(type).map((section) => <LinkSection key={section.name} record={record} section={section} />);
}

function LinkSection({
  record,
  section,
}: {
  readonly record: string;
  readonly section: InverseLink & { type: FactTypeName };
}) {
  const work = useWork();
  const { serverFacts, pending } = useWorkState();
  const [newLinks, setNewLinks] = useState<readonly string[]>([]);
  const [open, setOpen] = useState<string>();
  const candidates = new Set([...serverFacts.keys(), ...pending.map(({ fact }) => fact)]);
  const links = [...candidates].filter(
    (id) => factTypeOfId(id) === section.type && section.through.some((name) => work.draft(id).values[name] === record),
  );
  const rows = [...new Set([...links, ...newLinks])];
  const through = section.through[0] ?? '';
  const { singular } = typeOf(section.type);
  const add = () => {
    const id = newId(section.type);
    setNewLinks((before) => [...before, id]);
    setOpen(id);
  };
  return (
    <section id={`links-${section.name}`} aria-label={section.label} className={styles.links}>
      <header className={styles.linksHead}>
        <h2>
          {section.label} <span className={styles.count}>{links.length}</span>
        </h2>
        <button type="button" className={styles.add} onClick={add}>
          {texts.addLink(singular)}
        </button>
      </header>
      <p className={styles.help}>{section.description}</p>
      <ul>
        {rows.map((id) => (
          <LinkRow
            key={id}
            id={id}
            isOpen={open === id}
            toggle={() => setOpen(open === id ? undefined : id)}
            through={through}
            record={record}
          />
        ))}
      </ul>
    </section>
  );
}

interface LinkRowProps {
  readonly id: string;
  readonly isOpen: boolean;
  readonly toggle: () => void;
  readonly through: string;
  readonly record: string;
}

function LinkRow({ id, isOpen, toggle, through, record }: LinkRowProps) {
  const draft = useDraft(id);
  const label = useLabel(id);
  const { singular } = typeOf(draft.type);
  // Hide the end that is this record. A link may refer to the record type by either of two fields.
  const hidden =
    Object.keys(draft.values).find(
      (name) => draft.values[name] === record && fieldsOf(draft.type)[name]?.kind === 'link',
    ) ?? through;
  return (
    <li className={styles.link} data-status={draft.status}>
      <button type="button" className={styles.linkHead} aria-expanded={isOpen} onClick={toggle}>
        <span className={styles.linkName}>{draft.status === 'none' ? texts.newFact(singular) : label}</span>
        <Summary draft={draft} hidden={hidden} />
        {draft.status === 'unchanged' || draft.status === 'none' ? null : (
          <span className={styles.badge}>{texts.statusWords[draft.status]}</span>
        )}
      </button>
      {isOpen ? (
        <div className={styles.linkForm}>
          {draft.status === 'retired' ? null : (
            <FactForm fact={id} prefix={`${id}-`} start={{ [through]: record }} hidden={[hidden]} />
          )}
          <FactActions fact={id} />
        </div>
      ) : null}
    </li>
  );
}

/** The first four values of a link on one line. Leaves out its ends, which are in its label, and long texts. */
function Summary({ draft, hidden }: { readonly draft: Draft; readonly hidden: string }) {
  const fields = fieldsOf(draft.type);
  const values = Object.entries(draft.values).filter(
    ([name]) =>
      name !== hidden &&
      name !== 'evidenceStatus' &&
      fields[name] &&
      fields[name].kind !== 'link' &&
      fields[name].kind !== 'longText',
  );
  return (
    <span className={styles.summary}>
      {values.slice(0, 4).map(([name, value]) => {
        const field = fields[name];
        return field ? (
          <span key={name}>
            <ValueWords field={field} value={value} />
          </span>
        ) : null;
      })}
    </span>
  );
}
