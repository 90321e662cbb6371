'use client';

import type { RestoreOperation } from '@chancery/changesets';
import { type FactTypeName, factTypeOfId, fieldsOf, newDeskId, typeOf } from '@chancery/codebook';
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { collectionPath } from '../../addresses/collections.ts';
import { callDesk } from '../../endpoints/call-desk.ts';
import { InboundLinksDocument, RetiredFactDocument, type RetiredFactQuery } from '../../generated/desk/graphql.ts';
import { Notice } from '../../ui/notice.tsx';
import { useDraft, useLabel, useWork, useWorkState } from '../changeset/work-provider.tsx';
import styles from './editor.module.css';
import { FactActions } from './fact-actions.tsx';
import { FactForm } from './fact-form.tsx';
import { FocusProvider } from './focus.tsx';
import { FormStackProvider } from './form-stack.tsx';
import { Inspector } from './inspector.tsx';
import { LinkSections, linkSectionsOf } from './link-sections.tsx';
import { texts } from './texts.tsx';

/** The maximum number of links that are loaded with a record. A state can have thousands of ballots. */
const maxLinks = 400;

type Loaded =
  | { readonly kind: 'loading' | 'ready' | 'missing' }
  | { readonly kind: 'error'; readonly message: string }
  | { readonly kind: 'retired'; readonly retired: NonNullable<RetiredFactQuery['retiredFact']> };

interface EditorProps {
  readonly fact: string;
  readonly type: FactTypeName;
  /** True when the id was generated for a new fact. */
  readonly isNew: boolean;
  /** False if the server does not know the fact, so that it is missing unless the browser has it. */
  readonly isKnown: boolean;
}

/** The editor of a fact of any type: outline, form, links and evidence. A retired fact can only be restored in it. */
export function Editor({ fact, type, isNew, isKnown }: EditorProps) {
  const work = useWork();
  const { isLoaded } = useWorkState();
  const draft = useDraft(fact);
  const [loaded, setLoaded] = useState<Loaded>({ kind: isKnown ? 'loading' : 'missing' });
  const [hiddenLinks, setHiddenLinks] = useState(0);
  useEffect(() => {
    if (!isLoaded) return;
    let isCurrent = true;
    const load = async (): Promise<Loaded> => {
      const error = await work.loadFacts([fact]);
      if (error) return { kind: 'error', message: error.message };
      const { status, published } = work.draft(fact);
      if (status === 'none' && !isNew) return loadRetired(fact);
      if (!published) return { kind: 'ready' };
      const inbound = await callDesk(InboundLinksDocument, { fact });
      if (!inbound.ok) return { kind: 'error', message: inbound.error.message };
      const links = [...new Set(inbound.data.inboundLinks.map(({ id }) => id))].filter((id) => isLink(id));
      if (isCurrent) setHiddenLinks(Math.max(0, links.length - maxLinks));
      await work.loadFacts(links.slice(0, maxLinks));
      return { kind: 'ready' };
    };
    void load().then((next) => {
      if (isCurrent) setLoaded(next);
    });
    return () => {
      isCurrent = false;
    };
  }, [work, isLoaded, fact, isNew]);
  if (loaded.kind === 'loading') return <p role="status">{texts.loading}</p>;
  if (loaded.kind === 'error')
    return (
      <Notice title={texts.notLoaded} tone="warning">
        {loaded.message}
      </Notice>
    );
  if (loaded.kind === 'missing')
    return (
      <Notice title={texts.notFound.heading(typeOf(type).singular)}>
        {texts.notFound.text} <a href={`/desk${collectionPath(type)}`}>{texts.notFound.all(typeOf(type).plural)}</a>
      </Notice>
    );
  if (loaded.kind === 'retired' && draft.status !== 'restored')
    return <RetiredFact fact={fact} retired={loaded.retired} />;
  return (
    <FormStackProvider>
      <FocusProvider fact={fact}>
        <Panes fact={fact} type={type} hiddenLinks={hiddenLinks} />
      </FocusProvider>
    </FormStackProvider>
  );
}

function isLink(id: string): boolean {
  const type = factTypeOfId(id);
  return type !== undefined && typeOf(type).category === 'link';
}

async function loadRetired(fact: string): Promise<Loaded> {
  const answer = await callDesk(RetiredFactDocument, { id: fact });
  if (!answer.ok) return { kind: 'error', message: answer.error.message };
  const { retiredFact } = answer.data;
  return retiredFact ? { kind: 'retired', retired: retiredFact } : { kind: 'missing' };
}

function RetiredFact({
  fact,
  retired,
}: {
  readonly fact: string;
  readonly retired: NonNullable<RetiredFactQuery['retiredFact']>;
}) {
  const work = useWork();
  const type = factTypeOfId(fact);
  return (
    <>
      <h1>{retired.label}</h1>
      <Notice title={texts.retired.heading}>
        <p>{retired.reason}</p>
        {type ? (
          <Button
            size="compact-sm"
            onClick={() =>
              work.write(
                [
                  {
                    id: newDeskId('operation'),
                    kind: 'restore',
                    type,
                    fact,
                    state: retired.state as RestoreOperation['state'],
                  },
                ],
                texts.retired.changesetTitle(retired.label),
              )
            }
          >
            {texts.retired.restore}
          </Button>
        ) : null}
      </Notice>
    </>
  );
}

function Panes({
  fact,
  type,
  hiddenLinks,
}: {
  readonly fact: string;
  readonly type: FactTypeName;
  readonly hiddenLinks: number;
}) {
  const work = useWork();
  const draft = useDraft(fact);
  const label = useLabel(fact);
  const { serverFacts, pending, canUndo } = useWorkState();
  const { singular } = typeOf(type);
  useEffect(() => {
    // A link to a field moves the focus to its input.
    const { hash } = window.location;
    if (hash.startsWith('#field-')) document.getElementById(hash.slice(1))?.focus();
  }, []);
  useEffect(() => {
    const undo = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (!isTyping && (event.ctrlKey || event.metaKey) && event.key === 'z') work.undo();
    };
    document.addEventListener('keydown', undo);
    return () => document.removeEventListener('keydown', undo);
  }, [work]);
  const sections = linkSectionsOf(type);
  const facts = [
    fact,
    ...[...new Set([...serverFacts.keys(), ...pending.map((operation) => operation.fact)])].filter(
      (id) => isLink(id) && Object.values(work.draft(id).values).includes(fact),
    ),
  ];
  return (
    <div className={styles.panes}>
      <nav className={styles.outline} aria-label={texts.outline}>
        <ul>
          {Object.entries(fieldsOf(type)).map(([name, { label: fieldLabel }]) => (
            <li key={name} data-changed={(draft.published && name in fieldsSetBy(draft.operations)) || undefined}>
              <a href={`#field-${name}`}>{fieldLabel}</a>
            </li>
          ))}
        </ul>
        <ul>
          {sections.map(({ name, label: sectionLabel }) => (
            <li key={name}>
              <a href={`#links-${name}`}>{sectionLabel}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.form}>
        <header className={styles.head}>
          <p className={styles.kind}>
            {draft.status === 'none' ? texts.newFact(singular) : texts.typeAndStatus(singular, draft.status)}
          </p>
          <h1>{draft.status === 'none' ? texts.newFactHeading(singular) : label}</h1>
          <div className={styles.headActions}>
            <FactActions fact={fact} />
            {canUndo ? (
              <Button size="compact-xs" variant="default" onClick={() => work.undo()}>
                {texts.undo}
              </Button>
            ) : null}
          </div>
        </header>
        {draft.status === 'retired' ? null : (
          <>
            <FactForm fact={fact} />
            {draft.status === 'none' ? (
              <p className={styles.help}>{texts.linksAfterFirstValue}</p>
            ) : (
              <LinkSections record={fact} type={type} />
            )}
            {hiddenLinks > 0 ? <p className={styles.help}>{texts.hiddenLinks(hiddenLinks)}</p> : null}
          </>
        )}
      </div>
      <Inspector record={fact} facts={facts} />
    </div>
  );
}

function fieldsSetBy(operations: ReturnType<typeof useDraft>['operations']): Readonly<Record<string, unknown>> {
  return Object.assign({}, ...operations.map((operation) => ('set' in operation ? operation.set : {})));
}
