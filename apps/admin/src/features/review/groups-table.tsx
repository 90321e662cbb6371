'use client';

import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { personName } from '../desk-home/person-name.ts';
import { changesMade, groupKey, groupWords, inKinds, kindWords, warningWords } from './group-words.ts';
import styles from './review.module.css';
import type { ChangesetView, ReviewGroup } from './review-data.ts';

/** A large changeset before its facts: what happens to how many, what the rules warn of, and what was looked at by whom. */
export function GroupsTable({ view: { changeset, me } }: { readonly view: ChangesetView }) {
  const [show, setShow] = useState<'all' | 'warnings'>('all');
  const { groups } = changeset;
  // Of a draft nobody has asked the rules yet.
  const isSealed = changeset.version === changeset.sealedVersion;
  const warned = groups.filter(({ code }) => code);
  const columns: Column<ReviewGroup>[] = [
    {
      key: 'what',
      label: 'What',
      isName: true,
      cell: (group) => <a href={`?group=${groupKey(group)}`}>{groupWords(group)}</a>,
    },
    {
      key: 'warning',
      label: 'Warning',
      cell: ({ code }) => (code ? warningWords(code) : isSealed ? 'none' : 'not known yet'),
    },
    { key: 'samples', label: 'Such as', cell: ({ samples }) => samples.map(({ label }) => label).join('; ') },
    {
      key: 'verdicts',
      label: 'Looked at by',
      cell: ({ verdicts }) =>
        verdicts.length === 0
          ? 'nobody yet'
          : verdicts.map(({ verdict, by, note }) => (
              <span key={by?.id ?? note} className={styles.judged}>
                {personName(by, me)}
                {verdict === 'TO_MEND' ? <b>: to be mended: {note}</b> : null}
              </span>
            )),
    },
  ];
  return (
    <Section
      id="groups"
      title="What it changes"
      lead={`It makes ${changesMade(groups).toLocaleString('en-GB')} changes to records and links, so they are shown in groups. Open one to page through it.`}
      aside={
        warned.length > 0 ? (
          <SegmentedControl
            size="xs"
            aria-label="Which groups"
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
          {inKinds(groups).map((kind) => (
            <li key={`${kind.type} ${kind.kind}`}>{kindWords(kind)}</li>
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
