'use client';

import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import type { DeskAnswer } from '../../endpoints/desk-answer.ts';
import type { WorkChangesetFragment } from '../../generated/desk/graphql.ts';
import { changesetAddress } from '../desk-home/desk-addresses.ts';
import { statusLabels } from '../desk-home/status-labels.ts';
import { texts as changesetTexts } from '../desk-home/texts.tsx';
import { barFigures } from './bar-figures.ts';
import styles from './changeset-bar.module.css';
import { ConflictDialog } from './conflict-dialog.tsx';
import { SaveAlerts } from './save-alerts.tsx';
import { SaveStatus } from './save-status.tsx';
import { texts } from './texts.tsx';
import { useWork, useWorkState } from './work-provider.tsx';

/** The bar with the current changeset: its title, its figures, its save status and its actions. */
export function ChangesetBar() {
  const state = useWorkState();
  const { changeset, opening } = state;
  const isOpen = changeset !== undefined || opening !== undefined;
  return (
    <section aria-label={texts.bar.label} className={styles.bar} data-open={isOpen || undefined}>
      <SaveAlerts />
      <div className={styles.line}>
        {isOpen ? (
          <ChangesetSummary />
        ) : (
          <p className={styles.quiet}>{state.isLoaded ? texts.bar.noneOpen : texts.bar.loading}</p>
        )}
        <div className={styles.actions}>
          {changeset ? (
            <Button component="a" href={changesetAddress(changeset)} size="compact-sm">
              {texts.bar.reviewAndSubmit}
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
        {changeset ? <b>{changesetTexts.changesetNumber(changeset.number)}</b> : <b>{texts.bar.unnumbered}</b>}{' '}
        <span className={styles.name}>{changeset?.title ?? opening}</span>
        {changeset && changeset.status !== 'DRAFT' ? (
          <em className={styles.status}>{statusLabels[changeset.status].label}</em>
        ) : null}
      </p>
      <p className={styles.figures} role="status" aria-label={texts.bar.summaryLabel}>
        {texts.bar.counts(created, changed, retired, isPartial)}
        {cited === undefined ? null : (
          <>
            <Dot />
            <span data-good={cited === 100 || undefined}>{texts.bar.cited(cited)}</span>
          </>
        )}
        {problems === undefined ? null : (
          <>
            <Dot />
            <span data-bad={problems > 0 || undefined}>{texts.bar.problems(problems)}</span>
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
  const [answer, setAnswer] = useState<DeskAnswer<readonly WorkChangesetFragment[]>>();
  const changesets = answer?.ok ? answer.data : undefined;
  return (
    <Menu position="top-end" onOpen={() => void work.loadMyChangesets().then(setAnswer)}>
      <Menu.Target>
        <Button size="compact-sm" variant="default">
          {texts.switchMenu.open}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{texts.switchMenu.heading}</Menu.Label>
        {changesets?.map(({ id, number, title, status }) => (
          <Menu.Item key={id} disabled={id === changeset?.id} onClick={() => void work.switchTo(id)}>
            {changesetTexts.changesetNumber(number)} {title}
            <span className={styles.state}> {statusLabels[status].label}</span>
          </Menu.Item>
        ))}
        {changesets?.length === 0 ? <Menu.Item disabled>{texts.switchMenu.none}</Menu.Item> : null}
        {answer ? null : <Menu.Item disabled>{texts.switchMenu.loading}</Menu.Item>}
        {answer?.ok === false ? <Menu.Item disabled>{answer.error.message}</Menu.Item> : null}
      </Menu.Dropdown>
    </Menu>
  );
}

function ExitButton() {
  const work = useWork();
  return (
    <Button size="compact-sm" variant="default" title={texts.bar.exitHint} onClick={() => void work.exit()}>
      {texts.bar.exit}
    </Button>
  );
}
