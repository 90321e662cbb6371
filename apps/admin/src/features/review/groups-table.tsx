'use client';

import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { personName } from '../desk-home/person-name.ts';
import { changeCount, groupKey, groupLabel, groupsByKind, kindLabel, warningLabel } from './group-labels.ts';
import styles from './review.module.css';
import type { ChangesetView, ReviewGroup } from './review-data.ts';

/** The overview of a large changeset: its groups with counts, warnings, examples, and the reviewers who marked them. */
export function GroupsTable({ view: { changeset, me } }: { readonly view: ChangesetView }) {
  const [show, setShow] = useState<'all' | 'warnings'>('all');
  const { groups } = changeset;
  // A draft has not been checked yet, so its warnings are not known.
  const isSealed = changeset.version === changeset.sealedVersion;
  const warned = groups.filter(({ code }) => code);
  const columns: Column<ReviewGroup>[] = [
    {
      key: 'what',
      label: 'Changes',
      isName: true,
      cell: (group) => <a href={`?group=${groupKey(group)}`}>{groupLabel(group)}</a>,
    },
    {
      key: 'warning',
      label: 'Warning',
      cell: ({ code }) => (code ? warningLabel(code) : isSealed ? 'none' : 'not checked yet'),
    },
    { key: 'samples', label: 'Examples', cell: ({ samples }) => samples.map(({ label }) => label).join('; ') },
    {
      key: 'verdicts',
      label: 'Seen by',
      cell: ({ verdicts }) =>
        verdicts.length === 0
          ? 'nobody yet'
          : verdicts.map(({ verdict, by, note }) => (
              <span key={by?.id ?? note} className={styles.judged}>
                {personName(by, me)}
                {verdict === 'TO_MEND' ? <b>: needs changes: {note}</b> : null}
              </span>
            )),
    },
  ];
  return (
    <Section
      id="groups"
      title="Changes"
      lead={`This changeset makes ${changeCount(groups).toLocaleString('en-GB')} changes to records and links. They are listed in groups. Open a group to see its changes.`}
      aside={
        warned.length > 0 ? (
          <SegmentedControl
            size="xs"
            aria-label="Show groups"
            value={show}
            onChange={(value) => setShow(value === 'warnings' ? 'warnings' : 'all')}
            data={[
              { value: 'all', label: 'All groups' },
              { value: 'warnings', label: 'With warnings' },
            ]}
          />
        ) : undefined
      }
    >
      {warned.length > 0 ? (
        <ul className={styles.kinds}>
          {groupsByKind(groups).map((kind) => (
            <li key={`${kind.type} ${kind.kind}`}>{kindLabel(kind)}</li>
          ))}
        </ul>
      ) : null}
      <Table
        caption="Groups of the changeset"
        columns={columns}
        rows={show === 'warnings' ? warned : groups}
        keyOf={groupKey}
      />
    </Section>
  );
}
