'use client';

import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import type { WorkChangesetFragment } from '../../generated/desk/graphql.ts';
import { changesetAddress } from '../desk-home/desk-addresses.ts';
import { barFigures } from './bar-figures.ts';
import styles from './changeset-bar.module.css';
import { ConflictDialog } from './conflict-dialog.tsx';
import { SaveAlerts } from './save-alerts.tsx';
import { SaveStatus } from './save-status.tsx';
import { useWork, useWorkState } from './work-provider.tsx';

/** The bar with the current changeset: its title, its figures, whether it is saved, and its actions. */
export function ChangesetBar() {
  const state = useWorkState();
  const { changeset, opening } = state;
  const isOpen = changeset !== undefined || opening !== undefined;
  return (
    <section aria-label="Current changeset" className={styles.bar} data-open={isOpen || undefined}>
      <SaveAlerts />
      <div className={styles.line}>
        {isOpen ? (
          <ChangesetSummary />
        ) : (
          <p className={styles.quiet}>
            {state.isLoaded ? 'No changeset is open. Your first edit opens one.' : 'Loading your work…'}
          </p>
        )}
        <div className={styles.actions}>
          {changeset ? (
            <Button component="a" href={changesetAddress(changeset)} size="compact-sm">
              Review &amp; submit
            </Button>
          ) : null}
          <SwitchMenu />
          {isOpen ? <ExitButton /> : null}
        </div>
      </div>
      <ConflictDialog />
    </section>
  );
}

function ChangesetSummary() {
  const work = useWork();
  const state = useWorkState();
  const { changeset, opening, isPartial } = state;
  const { created, changed, retired, cited, problems } = barFigures(work);
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
      <p className={styles.figures} role="status" aria-label="Changeset summary">
        {created} new, {changed} changed, {retired} retired{isPartial ? ' and more' : ''}
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
        <SaveStatus />
      </p>
    </>
  );
}

function Dot() {
  return <span className={styles.between}>·</span>;
}

function SwitchMenu() {
  const work = useWork();
  const { changeset } = useWorkState();
  const [changesets, setChangesets] = useState<readonly WorkChangesetFragment[]>();
  return (
    <Menu position="top-end" onOpen={() => void work.myChangesets().then(setChangesets)}>
      <Menu.Target>
        <Button size="compact-sm" variant="default">
          Switch ▾
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Your changesets</Menu.Label>
        {changesets?.map(({ id, number, title, status }) => (
          <Menu.Item key={id} disabled={id === changeset?.id} onClick={() => void work.switchTo(id)}>
            CS-{number} {title}
            <span className={styles.state}> {status.toLowerCase()}</span>
          </Menu.Item>
        ))}
        {changesets?.length === 0 ? <Menu.Item disabled>You have no open changesets</Menu.Item> : null}
        {changesets ? null : <Menu.Item disabled>Loading…</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}

function ExitButton() {
  const work = useWork();
  return (
    <Button
      size="compact-sm"
      variant="default"
      title="Close this changeset without discarding it. Your next edit opens a new one"
      onClick={() => void work.exit()}
    >
      Exit
    </Button>
  );
}
