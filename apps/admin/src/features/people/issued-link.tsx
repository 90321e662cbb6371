'use client';

import { Button } from '@mantine/core';
import type { LinkPartsFragment } from '../../generated/desk/graphql.ts';
import { momentWords } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';
import styles from './people.module.css';
import { texts } from './texts.tsx';

interface IssuedLinkProps {
  readonly link: LinkPartsFragment;
  readonly onHide: () => void;
}

/** Shows a link with which a person sets their password, or says that it was sent by mail. The desk shows it only once. */
export function IssuedLink({ link: { person, url, sentTo, mailError, expiresAt }, onHide }: IssuedLinkProps) {
  const until = momentWords(expiresAt);
  return (
    <Notice title={texts.link.heading(person.name)} tone={mailError ? 'warning' : 'note'}>
      {mailError ? <p>{mailError}</p> : null}
      {url ? (
        <>
          <p>{texts.link.howToGive(<b>{person.email}</b>, until)}</p>
          <p>
            <code className={styles.secret}>{url}</code>
          </p>
        </>
      ) : null}
      {sentTo ? <p>{texts.link.sent(<b>{sentTo}</b>, until)}</p> : null}
      <Button size="compact-xs" variant="default" onClick={onHide}>
        {texts.link.hide}
      </Button>
    </Notice>
  );
}
