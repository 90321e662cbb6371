'use client';

import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Verdict } from '../../generated/desk/graphql.ts';
import { Notice } from '../../ui/notice.tsx';
import { type ShortcutName, shortcutKeys } from '../shortcuts/shortcut-of.ts';
import { useAreShortcutsOn } from '../shortcuts/shortcut-preference.ts';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { CommentForm } from './field-comments.tsx';
import styles from './review.module.css';
import { type ChangesetView, canReview } from './review-data.ts';
import { texts } from './texts.tsx';
import { VerdictComment, VerdictDialog } from './verdict-forms.tsx';

const verdicts: readonly { verdict: Verdict; shortcut: ShortcutName }[] = [
  { verdict: 'APPROVE', shortcut: 'approve' },
  { verdict: 'REQUEST_CHANGES', shortcut: 'requestChanges' },
  { verdict: 'COMMENT', shortcut: 'comment' },
];

/**
 * The form for a verdict on the submitted version of a changeset. Contributors get a form for comments instead. Shows
 * nothing if the changeset is neither submitted nor approved.
 */
export function VerdictPanel({ view, onDone }: { readonly view: ChangesetView; readonly onDone: () => void }) {
  const { changeset, me } = view;
  const isOpen = changeset.status === 'SUBMITTED' || changeset.status === 'APPROVED';
  if (!isOpen) return null;
  if (!canReview(me)) {
    return (
      <div className={styles.verdict}>
        <p className={styles.aside}>{texts.verdict.contributor}</p>
        <CommentForm changeset={changeset.id} subject={texts.comments.theChangeset} onCommented={onDone} />
      </div>
    );
  }
  return <VerdictButtons view={view} onDone={onDone} />;
}

function VerdictButtons({ view, onDone }: { view: ChangesetView; onDone: () => void }) {
  const { changeset, me, solo } = view;
  const isOwn = changeset.author?.id === me.id && !solo;
  const [chosen, setChosen] = useState<Verdict>();
  const [refusal, setRefusal] = useState<string>();
  const commentButton = useRef<HTMLButtonElement>(null);
  const areShortcutsOn = useAreShortcutsOn();
  const choose = (verdict: Verdict) => {
    if (verdict === 'APPROVE' && isOwn) return setRefusal(texts.verdict.ownWork);
    setRefusal(undefined);
    setChosen(verdict);
  };
  // The text of a form is state of the form, so closing a form drops it.
  const close = () => {
    if (chosen === 'COMMENT') commentButton.current?.focus();
    setChosen(undefined);
  };
  const finish = () => {
    close();
    onDone();
  };
  useShortcuts(Object.fromEntries(verdicts.map(({ shortcut, verdict }) => [shortcut, () => choose(verdict)])));
  return (
    <section className={styles.verdict} aria-label={texts.verdict.label}>
      <div className={styles.buttons}>
        {verdicts.map(({ verdict, shortcut }) => (
          <Button
            key={verdict}
            size="sm"
            {...(verdict === 'APPROVE' ? {} : { variant: 'default' })}
            {...(verdict === 'COMMENT'
              ? { ref: commentButton, 'aria-expanded': chosen === verdict }
              : { 'aria-haspopup': 'dialog' })}
            {...(areShortcutsOn ? { 'aria-keyshortcuts': shortcutKeys[shortcut] } : {})}
            disabled={verdict === 'APPROVE' && isOwn}
            title={texts.verdict[verdict].hint}
            onClick={() => choose(verdict)}
          >
            {texts.verdict[verdict].label}
          </Button>
        ))}
        {areShortcutsOn ? (
          <span className={styles.aside}>
            {texts.verdict.keys(
              verdicts.map(({ shortcut, verdict }) => (
                <kbd key={verdict} className={styles.key}>
                  {shortcutKeys[shortcut]}
                </kbd>
              )),
              (words) => (
                <a href="/desk/account#shortcuts">{words}</a>
              ),
            )}
          </span>
        ) : null}
        {isOwn ? <span className={styles.aside}>{texts.verdict.ownWork}</span> : null}
      </div>
      {chosen === 'COMMENT' ? <VerdictComment view={view} close={close} onDone={finish} /> : null}
      <VerdictDialog view={view} verdict={chosen === 'COMMENT' ? undefined : chosen} close={close} onDone={finish} />
      <div role="alert">{refusal ? <Notice tone="warning">{refusal}</Notice> : null}</div>
    </section>
  );
}
