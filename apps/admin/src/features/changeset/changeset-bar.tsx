'use client';

import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import type { WorkChangesetFragment } from '../../generated/desk/graphql.ts';
import { changesetAddress } from '../desk-home/desk-addresses.ts';
import { barFigures } from './bar-figures.ts';
import styles from './changeset-bar.module.css';
import { ConflictDialog } from './conflict-dialog.tsx';
import { Held } from './held.tsx';
import { SavingWords } from './saving-words.tsx';
import { useWork, useWorkState } from './work-provider.tsx';

/** The changeset in hand, always in view: what it does, how far it is cited, how far it is saved, and where to go with it. */
export function ChangesetBar() {
  const state = useWorkState();
  const { changeset, opening } = state;
  const isOpen = changeset !== undefined || opening !== undefined;
  return (
    <section aria-label="Changeset in hand" className={styles.bar} data-open={isOpen || undefined}>
      <Held />
      <div className={styles.line}>
        {isOpen ? (
          <InHand />
        ) : (
          <p className={styles.quiet}>
            {state.isLoaded ? 'No changeset is open. Your first edit opens one.' : 'Looking for your work…'}
          </p>
        )}
        <div className={styles.actions}>
          {changeset ? (
            <Button component="a" href={changesetAddress(changeset)} size="compact-sm">
              Review &amp; submit
            </Button>
          ) : null}
          <Switch />
          {isOpen ? <Exit /> : null}
        </div>
      </div>
      <ConflictDialog />
    </section>
  );
}

function InHand() {
  const work = useWork();
  const state = useWorkState();
  const { changeset, opening, isPartial } = state;
  const { made, changed, retired, cited, problems } = barFigures(work);
  return (
    <>
      <p className={styles.title}>
        <span aria-hidden="true" className={styles.dot}>
          ●
        </span>{' '}
        {changeset ? <b>CS-{changeset.number}</b> : <b>New</b>}{' '}
        <span className={styles.name}>{changeset?.title ?? opening}</span>
        {changeset && changeset.status !== 'DRAFT' ? (
          <em className={styles.status}>{changeset.status.toLowerCase()}</em>
        ) : null}
      </p>
      <p className={styles.figures} role="status" aria-label="What the changeset does">
        {made} new, {changed} changed, {retired} retired{isPartial ? ' and more' : ''}
        {cited === undefined ? null : (
          <>
            <Dot />
            <span data-good={cited === 100 || undefined}>{cited} % cited</span>
          </>
        )}
        {problems === undefined ? null : (
          <>
            <Dot />
            <span data-bad={problems > 0 || undefined}>{problems === 1 ? '1 problem' : `${problems} problems`}</span>
          </>
        )}
        <Dot />
        <SavingWords />
      </p>
    </>
  );
}

function Dot() {
  return <span className={styles.between}>·</span>;
}

function Switch() {
  const work = useWork();
  const { changeset } = useWorkState();
  const [mine, setMine] = useState<readonly WorkChangesetFragment[]>();
  return (
    <Menu position="top-end" onOpen={() => void work.mine().then(setMine)}>
      <Menu.Target>
        <Button size="compact-sm" variant="default">
          Switch ▾
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Your changesets</Menu.Label>
        {mine?.map((each) => (
          <Menu.Item key={each.id} disabled={each.id === changeset?.id} onClick={() => void work.choose(each.id)}>
            CS-{each.number} {each.title}
            <span className={styles.state}> {each.status.toLowerCase()}</span>
          </Menu.Item>
        ))}
        {mine?.length === 0 ? <Menu.Item disabled>None is open</Menu.Item> : null}
        {mine ? null : <Menu.Item disabled>Looking…</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}

function Exit() {
  const work = useWork();
  return (
    <Button
      size="compact-sm"
      variant="default"
      title="Leave the changeset as it is; your next edit opens another"
      onClick={() => void work.exit()}
    >
      Exit
    </Button>
  );
}
