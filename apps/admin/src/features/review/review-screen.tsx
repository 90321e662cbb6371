'use client';

import { SegmentedControl } from '@mantine/core';

import { useMemo, useState } from 'react';
import { EmptyMessage } from '../../ui/empty-message.tsx';
import { MergePanel } from '../merge/merge-panel.tsx';
import { shortcutKeys } from '../shortcuts/shortcut-of.ts';
import { useAreShortcutsOn } from '../shortcuts/shortcut-preference.ts';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { ChangesetHeader } from './changeset-header.tsx';
import type { ChangesetChecks } from './checks.ts';
import { Conversation } from './conversation.tsx';
import { type ComparedValue, factDiff } from './fact-diff.ts';
import { FactSection } from './fact-section.tsx';
import { FactTree } from './fact-tree.tsx';
import { changeCount, groupKey, maxUngroupedChanges } from './group-labels.ts';
import { GroupVerdict } from './group-verdict.tsx';
import { GroupsTable } from './groups-table.tsx';
import styles from './review.module.css';
import type { ChangesetView } from './review-data.ts';
import { flattenTree, reviewTree } from './review-tree.ts';
import { texts } from './texts.tsx';
import { useRefresh } from './use-refresh.ts';
import { useViewed } from './use-viewed.ts';
import { VerdictPanel } from './verdict-panel.tsx';

interface ReviewScreenProps {
  readonly view: ChangesetView;
  readonly checks: ChangesetChecks | null;
  /** True on the second and later pages. */
  readonly isLaterPage: boolean;
}

/**
 * The page on which a changeset is reviewed and merged: the tree of its facts, and the change of each field with its
 * evidence. A changeset with more than 200 changes is first listed in groups.
 */
export function ReviewScreen({ view, checks, isLaterPage }: ReviewScreenProps) {
  const refresh = useRefresh();
  const { changeset, group } = view;
  const tree = useMemo(() => reviewTree(changeset.facts.nodes.map(factDiff)), [changeset.facts.nodes]);
  const diffs = flattenTree(tree);
  const isClosed = changeset.status === 'MERGED' || changeset.status === 'DISCARDED';
  const [comparedWith, setComparedWith] = useState<ComparedValue>(isClosed ? 'base' : 'live');
  const { viewed, toggle } = useViewed(changeset.id, changeset.version);
  const moveFocus = (by: 1 | -1) => {
    const at = diffs.findIndex(({ fact }) => document.getElementById(fact)?.contains(document.activeElement));
    const next = diffs[at < 0 ? (by > 0 ? 0 : diffs.length - 1) : Math.min(Math.max(at + by, 0), diffs.length - 1)];
    const section = next && document.getElementById(next.fact);
    section?.focus({ preventScroll: true });
    section?.scrollIntoView({ block: 'start' });
  };
  useShortcuts({ nextFact: () => moveFocus(1), previousFact: () => moveFocus(-1) });
  const areShortcutsOn = useAreShortcutsOn();
  const isPart = group !== undefined || isLaterPage || changeset.facts.hasNextPage;
  const isGrouped = !group && !isLaterPage && changeCount(changeset.groups) > maxUngroupedChanges;
  const groupQuery = group ? `group=${groupKey(group)}` : '';
  return (
    <article className={styles.screen}>
      <ChangesetHeader view={view} checks={checks} tab="review" />
      <VerdictPanel view={view} onDone={refresh} />
      <MergePanel view={view} onDone={refresh} />
      <Conversation view={view} />
      {group ? <GroupVerdict view={view} group={group} onDone={refresh} /> : null}
      {isGrouped ? (
        <GroupsTable view={view} />
      ) : (
        <div className={styles.panes}>
          <nav className={styles.tree} aria-label={texts.changes.heading}>
            <p className={styles.progress} role="status">
              {texts.changes.viewed(diffs.filter(({ fact }) => viewed.has(fact)).length, diffs.length, isPart)}
            </p>
            <FactTree tree={tree} names={view.names} viewed={viewed} />
            {areShortcutsOn ? (
              <p className={styles.aside}>
                {texts.changes.keys(
                  <kbd className={styles.key}>{shortcutKeys.nextFact}</kbd>,
                  <kbd className={styles.key}>{shortcutKeys.previousFact}</kbd>,
                )}
              </p>
            ) : null}
          </nav>
          <div className={styles.facts}>
            {isClosed ? null : (
              <div className={styles.modes}>
                <span aria-hidden="true">{texts.changes.compareWith}</span>
                <SegmentedControl
                  size="xs"
                  aria-label={texts.changes.compareWith}
                  value={comparedWith}
                  onChange={(value) => setComparedWith(value === 'base' ? 'base' : 'live')}
                  data={[
                    { value: 'live', label: texts.changes.withRegister },
                    { value: 'base', label: texts.changes.withBase },
                  ]}
                />
              </div>
            )}
            {isLaterPage ? (
              <p>
                <a href={`?${groupQuery}`}>{texts.changes.backToFirst}</a>
              </p>
            ) : null}
            {diffs.length === 0 ? (
              <EmptyMessage title={texts.changes.none}>
                {isPart ? texts.changes.noneOnPage : texts.changes.noneAtAll}
              </EmptyMessage>
            ) : null}
            {diffs.map((diff) => (
              <FactSection
                key={diff.fact}
                diff={diff}
                view={view}
                comparedWith={comparedWith}
                isViewed={viewed.has(diff.fact)}
                onToggle={() => toggle(diff.fact)}
                onCommented={refresh}
              />
            ))}
            {changeset.facts.hasNextPage && changeset.facts.endCursor ? (
              <p>
                <a href={`?${groupQuery ? `${groupQuery}&` : ''}after=${changeset.facts.endCursor}`}>
                  {texts.changes.next}
                </a>
              </p>
            ) : null}
          </div>
        </div>
      )}
    </article>
  );
}
