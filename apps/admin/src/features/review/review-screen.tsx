'use client';

import { SegmentedControl } from '@mantine/core';

import { useMemo, useState } from 'react';
import { Empty } from '../../ui/empty.tsx';
import { MergePanel } from '../merge/merge-panel.tsx';
import { ChangesetHeader } from './changeset-header.tsx';
import type { ChangesetChecks } from './checks.ts';
import { Conversation } from './conversation.tsx';
import { type Against, factDiff } from './fact-diff.ts';
import { FactSection } from './fact-section.tsx';
import { GroupVerdict } from './group-verdict.tsx';
import { changesMade, groupKey, largeFrom } from './group-words.ts';
import { GroupsTable } from './groups-table.tsx';
import styles from './review.module.css';
import type { ChangesetView } from './review-data.ts';
import { inOrder, reviewTree } from './review-tree.ts';
import { TreeOfFacts } from './tree-of-facts.tsx';
import { useKeys } from './use-keys.ts';
import { useRefresh } from './use-refresh.ts';
import { useViewed } from './use-viewed.ts';
import { VerdictPanel } from './verdict-panel.tsx';

interface ReviewScreenProps {
  readonly view: ChangesetView;
  readonly checks: ChangesetChecks | null;
  /** Whether facts before those on this page are left out. */
  readonly isLater: boolean;
}

/** Where a changeset is judged: its facts on the left, what happens to each field in the middle, the evidence beside it. */
export function ReviewScreen({ view, checks, isLater }: ReviewScreenProps) {
  const refresh = useRefresh();
  const { changeset, group } = view;
  const tree = useMemo(() => reviewTree(changeset.facts.nodes.map(factDiff)), [changeset.facts.nodes]);
  const diffs = inOrder(tree);
  const isOver = changeset.status === 'MERGED' || changeset.status === 'DISCARDED';
  const [against, setAgainst] = useState<Against>(isOver ? 'base' : 'live');
  const { viewed, toggle } = useViewed(changeset.id, changeset.version);
  const step = (by: 1 | -1) => {
    const at = diffs.findIndex(({ fact }) => document.getElementById(fact)?.contains(document.activeElement));
    const next = diffs[at < 0 ? (by > 0 ? 0 : diffs.length - 1) : Math.min(Math.max(at + by, 0), diffs.length - 1)];
    const section = next && document.getElementById(next.fact);
    section?.focus({ preventScroll: true });
    section?.scrollIntoView({ block: 'start' });
  };
  useKeys({ ']': () => step(1), '[': () => step(-1) });
  const isInGroups = !group && !isLater && changesMade(changeset.groups) > largeFrom;
  const ofGroup = group ? `group=${groupKey(group)}` : '';
  return (
    <article className={styles.screen}>
      <ChangesetHeader view={view} checks={checks} tab="review" />
      <VerdictPanel view={view} onDone={refresh} />
      <MergePanel view={view} onDone={refresh} />
      <Conversation view={view} />
      {group ? <GroupVerdict view={view} group={group} onDone={refresh} /> : null}
      {isInGroups ? (
        <GroupsTable view={view} />
      ) : (
        <div className={styles.panes}>
          <nav className={styles.tree} aria-label="What it changes">
            <p className={styles.progress} role="status">
              {diffs.filter(({ fact }) => viewed.has(fact)).length} of {diffs.length} viewed
            </p>
            <TreeOfFacts tree={tree} names={view.names} viewed={viewed} />
            <p className={styles.aside}>
              <kbd className={styles.key}>]</kbd> next, <kbd className={styles.key}>[</kbd> previous
            </p>
          </nav>
          <div className={styles.facts}>
            {isOver ? null : (
              <div className={styles.modes}>
                <SegmentedControl
                  size="xs"
                  aria-label="Compare with"
                  value={against}
                  onChange={(value) => setAgainst(value === 'base' ? 'base' : 'live')}
                  data={[
                    { value: 'live', label: 'Against the register now' },
                    { value: 'base', label: 'Against what the author saw' },
                  ]}
                />
              </div>
            )}
            {isLater ? (
              <p>
                <a href={`?${ofGroup}`}>From the first record</a>
              </p>
            ) : null}
            {diffs.length === 0 ? (
              <Empty title="It changes nothing">
                It holds no operations, or they cancel one another out. There is nothing to review.
              </Empty>
            ) : null}
            {diffs.map((diff) => (
              <FactSection
                key={diff.fact}
                diff={diff}
                view={view}
                against={against}
                isViewed={viewed.has(diff.fact)}
                onToggle={() => toggle(diff.fact)}
                onSaid={refresh}
              />
            ))}
            {changeset.facts.hasNextPage && changeset.facts.endCursor ? (
              <p>
                <a href={`?${ofGroup ? `${ofGroup}&` : ''}after=${changeset.facts.endCursor}`}>The next records</a>
              </p>
            ) : null}
          </div>
        </div>
      )}
    </article>
  );
}
