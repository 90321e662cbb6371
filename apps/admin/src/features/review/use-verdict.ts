'use client';

import { newDeskId } from '@chancery/codebook';
import { useState } from 'react';
import { callDesk } from '../../endpoints/call-desk.ts';
import { ReviewChangesetDocument, type Verdict } from '../../generated/desk/graphql.ts';
import type { ChangesetView } from './review-data.ts';
import { texts } from './texts.tsx';

interface VerdictInput {
  /** The version of the changeset that the verdict is on. */
  readonly version: number;
  readonly body: string;
  readonly setBody: (body: string) => void;
  readonly isBusy: boolean;
  /** Why the verdict was not sent; `undefined` if it was or was not tried. */
  readonly refusal: string | undefined;
  /** Sends the verdict and calls `onDone`. Shows a refusal instead if a required text is missing or the desk refuses. */
  readonly send: () => Promise<void>;
}

/** The text of a verdict on a changeset, and how it is sent. The text is kept until the form is closed. */
export function useVerdict({ changeset }: ChangesetView, verdict: Verdict, onDone: () => void): VerdictInput {
  const [body, setBody] = useState('');
  // Sending a verdict again after an answer was lost must not add a second one.
  const [id] = useState(() => newDeskId('review'));
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const version = changeset.sealedVersion ?? changeset.version;
  const send = async () => {
    if (isBusy) return;
    if (verdict !== 'APPROVE' && body.trim() === '')
      return setRefusal(verdict === 'COMMENT' ? texts.verdict.writeCommentFirst : texts.verdict.sayWhatHasToChange);
    setBusy(true);
    const answer = await callDesk(ReviewChangesetDocument, { id, changeset: changeset.id, version, verdict, body });
    setBusy(false);
    if (!answer.ok) return setRefusal(answer.error.message);
    const { outcome } = answer.data;
    if (outcome.__typename !== 'Reviewed') return setRefusal(outcome.message);
    onDone();
  };
  return { version, body, setBody, isBusy, refusal, send };
}
