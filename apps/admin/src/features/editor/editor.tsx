'use client';

import type { RestoreOperation } from '@chancery/changesets';
import { type FactTypeName, factTypeOfId, fieldsOf, newDeskId, typeOf } from '@chancery/codebook';
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { callDesk } from '../../doors/call-desk.ts';
import { InboundLinksDocument, RetiredFactDocument, type RetiredFactQuery } from '../../generated/desk/graphql.ts';
import { Notice } from '../../ui/notice.tsx';
import { useDraft, useLabel, useWork, useWorkState } from '../changeset/work-provider.tsx';
import styles from './editor.module.css';
import { FactActions } from './fact-actions.tsx';
import { FactForm } from './fact-form.tsx';
import { FocusProvider } from './focus.tsx';
import { Inspector } from './inspector.tsx';
import { LinkSections, linkSectionsOf } from './link-sections.tsx';
import { StackProvider } from './stack.tsx';

/** How many links are looked up with a record: a state has more ballots than anybody edits by hand. */
const mostLinks = 400;

type Loaded =
  | { readonly kind: 'loading' | 'ready' | 'missing' }
  | { readonly kind: 'fault'; readonly message: string }
  | { readonly kind: 'gone'; readonly was: NonNullable<RetiredFactQuery['retiredFact']> };

interface EditorProps {
  readonly fact: string;
  readonly type: FactTypeName;
  /** Whether the id was made for a new fact. */
  readonly isNew: boolean;
}

/** The editor of a fact of any type: outline, form, links in their place, and the evidence at hand. */
export function Editor({ fact, type, isNew }: EditorProps) {
  const work = useWork();
  const { isLoaded } = useWorkState();
  const draft = useDraft(fact);
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'loading' });
  const [hidden, setHidden] = useState(0);
  useEffect(() => {
    if (!isLoaded) return;
    let isCurrent = true;
    const load = async (): Promise<Loaded> => {
      const fault = await work.loadFacts([fact]);
      if (fault) return { kind: 'fault', message: fault.message };
      const { status, standing } = work.draft(fact);
      if (status === 'nothing' && !isNew) return gone(fact);
      if (!standing) return { kind: 'ready' };
      const inbound = await callDesk(InboundLinksDocument, { fact });
      if (!inbound.ok) return { kind: 'fault', message: inbound.error.message };
      const links = [...new Set(inbound.data.inboundLinks.map(({ id }) => id))].filter((id) => isLink(id));
      if (isCurrent) setHidden(Math.max(0, links.length - mostLinks));
      await work.loadFacts(links.slice(0, mostLinks));
      return { kind: 'ready' };
    };
    void load().then((next) => {
      if (isCurrent) setLoaded(next);
    });
    return () => {
      isCurrent = false;
    };
  }, [work, isLoaded, fact, isNew]);
  if (loaded.kind === 'loading') return <p role="status">Loading…</p>;
  if (loaded.kind === 'fault')
    return (
      <Notice title="It cannot be shown" tone="warning">
        {loaded.message}
      </Notice>
    );
  if (loaded.kind === 'missing')
    return (
      <Notice title={`There is no such ${typeOf(type).singular}`}>
        It is neither in the register nor in the changeset in hand. If it is a draft, switch to its changeset.
      </Notice>
    );
  if (loaded.kind === 'gone' && draft.status !== 'restored') return <Gone fact={fact} was={loaded.was} />;
  return (
    <StackProvider>
      <FocusProvider fact={fact}>
        <Panes fact={fact} type={type} hidden={hidden} />
      </FocusProvider>
    </StackProvider>
  );
}

function isLink(id: string): boolean {
  const type = factTypeOfId(id);
  return type !== undefined && typeOf(type).category === 'link';
}

async function gone(fact: string): Promise<Loaded> {
  const answer = await callDesk(RetiredFactDocument, { id: fact });
  if (!answer.ok) return { kind: 'fault', message: answer.error.message };
  const { retiredFact } = answer.data;
  return retiredFact ? { kind: 'gone', was: retiredFact } : { kind: 'missing' };
}

function Gone({ fact, was }: { readonly fact: string; readonly was: NonNullable<RetiredFactQuery['retiredFact']> }) {
  const work = useWork();
  const type = factTypeOfId(fact);
  return (
    <>
      <h1>{was.label}</h1>
      <Notice title="Retired">
        <p>{was.reason}</p>
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
                    state: was.state as RestoreOperation['state'],
                  },
                ],
                `Restore ${was.label}`,
              )
            }
          >
            Restore
          </Button>
        ) : null}
      </Notice>
    </>
  );
}

function Panes({
  fact,
  type,
  hidden,
}: {
  readonly fact: string;
  readonly type: FactTypeName;
  readonly hidden: number;
}) {
  const work = useWork();
  const draft = useDraft(fact);
  const label = useLabel(fact);
  const { serverFacts, pending, canUndo } = useWorkState();
  const { singular } = typeOf(type);
  useEffect(() => {
    // Whoever comes by a link to a field wants to write there.
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
      <nav className={styles.outline} aria-label="Fields and links">
        <ul>
          {Object.entries(fieldsOf(type)).map(([name, { label: words }]) => (
            <li key={name} data-changed={(draft.standing && name in setIn(draft.operations)) || undefined}>
              <a href={`#field-${name}`}>{words}</a>
            </li>
          ))}
        </ul>
        <ul>
          {sections.map(({ name, label: words }) => (
            <li key={name}>
              <a href={`#links-${name}`}>{words}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.form}>
        <header className={styles.head}>
          <p className={styles.kind}>
            {draft.status === 'nothing'
              ? `New ${singular}`
              : `${singular}, ${draft.status === 'standing' ? 'as published' : draft.status}`}
          </p>
          <h1>{draft.status === 'nothing' ? `A new ${singular}` : label}</h1>
          <div className={styles.headActions}>
            <FactActions fact={fact} />
            {canUndo ? (
              <Button size="compact-xs" variant="default" onClick={() => work.undo()}>
                Undo
              </Button>
            ) : null}
          </div>
        </header>
        {draft.status === 'retired' ? null : (
          <>
            <FactForm fact={fact} />
            {draft.status === 'nothing' ? (
              <p className={styles.help}>Its links can be recorded once it has a first value.</p>
            ) : (
              <LinkSections record={fact} type={type} />
            )}
            {hidden > 0 ? (
              <p className={styles.help}>
                {hidden} further links are not shown here; each can be edited on its own page.
              </p>
            ) : null}
          </>
        )}
      </div>
      <Inspector record={fact} facts={facts} />
    </div>
  );
}

function setIn(operations: ReturnType<typeof useDraft>['operations']): Readonly<Record<string, unknown>> {
  return Object.assign({}, ...operations.map((operation) => ('set' in operation ? operation.set : {})));
}
