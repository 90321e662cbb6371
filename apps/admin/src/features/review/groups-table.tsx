'use client';

import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { personName } from '../desk-home/person-name.ts';
import { changeCount, groupKey, groupLabel, groupsByKind, kindLabel, warningLabel } from './group-labels.ts';
import styles from './review.module.css';
import type { ChangesetView, ReviewGroup } from './review-data.ts';
import { texts } from './texts.tsx';

/** The groups of a large changeset, each with its number of facts, warning, examples, and the marks of reviewers. */
export function GroupsTable({ view: { changeset, me } }: { readonly view: ChangesetView }) {
  const [show, setShow] = useState<'all' | 'warnings'>('all');
  const { groups } = changeset;
  // A draft has not been checked yet, so its warnings are not known.
  const isSealed = changeset.version === changeset.sealedVersion;
  const warned = groups.filter(({ code }) => code);
  const columns: Column<ReviewGroup>[] = [
    {
      key: 'what',
      label: texts.groups.changes,
      isName: true,
      cell: (group) => <a href={`?group=${groupKey(group)}`}>{groupLabel(group)}</a>,
    },
    {
      key: 'warning',
      label: texts.groups.warning,
      cell: ({ code }) => (code ? warningLabel(code) : isSealed ? texts.groups.noWarning : texts.groups.notChecked),
    },
    {
      key: 'samples',
      label: texts.groups.examples,
      cell: ({ samples }) => samples.map(({ label }) => label).join('; '),
    },
    {
      key: 'verdicts',
      label: texts.groups.seenBy,
      cell: ({ verdicts }) =>
        verdicts.length === 0
          ? texts.groups.seenByNobody
          : verdicts.map(({ verdict, by, note }) => (
              <span key={by?.id ?? note} className={styles.judged}>
                {personName(by, me)}
                {verdict === 'TO_MEND' ? <b>{texts.groups.needsChangesSuffix(note)}</b> : null}
              </span>
            )),
    },
  ];
  return (
    <Section
      id="groups"
      title={texts.groups.changes}
      lead={texts.groups.lead(changeCount(groups))}
      aside={
        warned.length > 0 ? (
          <SegmentedControl
            size="xs"
            aria-label={texts.groups.show}
            value={show}
            onChange={(value) => setShow(value === 'warnings' ? 'warnings' : 'all')}
            data={[
              { value: 'all', label: texts.groups.all },
              { value: 'warnings', label: texts.groups.withWarnings },
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
        caption={texts.groups.caption}
        columns={columns}
        rows={show === 'warnings' ? warned : groups}
        keyOf={groupKey}
      />
    </Section>
  );
}
