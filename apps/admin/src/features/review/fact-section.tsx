'use client';

import { typeOf } from '@chancery/codebook';
import { useRef, useState } from 'react';
import { factPath } from '../../addresses/collections.ts';
import { historyAddress } from '../desk-home/desk-addresses.ts';
import { changeLabels } from './change-labels.ts';
import { DeskLink } from './desk-link.tsx';
import { EvidenceList } from './evidence-list.tsx';
import type { ComparedValue, FactDiff, FieldDiff } from './fact-diff.ts';
import { CommentForm, Comments } from './field-comments.tsx';
import { labelOf } from './names.ts';
import styles from './review.module.css';
import type { ChangesetView, ReviewComment } from './review-data.ts';
import { texts } from './texts.tsx';
import { ValueDiff } from './value-diff.tsx';

interface FactSectionProps {
  readonly diff: FactDiff;
  readonly view: ChangesetView;
  readonly comparedWith: ComparedValue;
  readonly isViewed?: boolean;
  /** Called when the "Viewed" checkbox is toggled. Without it there is no checkbox. */
  readonly onToggle?: () => void;
  readonly onCommented: () => void;
}

/** The change of one fact: old and new values of its fields with their evidence. Only its heading if it is viewed. */
export function FactSection({ diff, view, comparedWith, isViewed = false, onToggle, onCommented }: FactSectionProps) {
  const { names, changeset } = view;
  const { sign, label } = changeLabels[diff.sort];
  const comments = changeset.comments.filter(({ fact }) => fact === diff.fact);
  const isPublished = diff.sort !== 'new' && diff.sort !== 'restored';
  return (
    <section
      className={styles.fact}
      id={diff.fact}
      aria-labelledby={`${diff.fact}-title`}
      data-sort={diff.sort}
      tabIndex={-1}
    >
      <header className={styles.factHead}>
        <span className={styles.factSign} aria-hidden="true" data-sort={diff.sort}>
          {sign}
        </span>
        <h3 id={`${diff.fact}-title`}>
          <bdi>{labelOf(diff.fact, names)}</bdi>
        </h3>
        <span className={styles.aside}>{texts.fact.typeAndSort(typeOf(diff.type).singular, label)}</span>
        <span className={styles.factLinks}>
          {isPublished || changeset.status === 'MERGED' ? (
            <>
              {diff.sort === 'retired' && changeset.status === 'MERGED' ? null : (
                <a href={factPath(diff.fact)}>{texts.fact.publicPage}</a>
              )}
              <a href={historyAddress(diff.fact)}>{texts.fact.history}</a>
            </>
          ) : null}
          {onToggle ? (
            <label className={styles.viewed}>
              <input type="checkbox" checked={isViewed} onChange={onToggle} /> {texts.fact.viewed}
            </label>
          ) : null}
        </span>
      </header>
      {isViewed ? null : (
        <>
          {diff.retirement ? (
            <div className={styles.retirement}>
              <p>
                <b>{texts.fact.retired}</b> {diff.retirement.reason || texts.fact.noReason}
              </p>
              {diff.retirement.redirectTo ? (
                <p>
                  {(changeset.status === 'MERGED' ? texts.fact.hasRedirected : texts.fact.willRedirect)(
                    <DeskLink id={diff.retirement.redirectTo} names={names} />,
                  )}
                </p>
              ) : null}
            </div>
          ) : null}
          {diff.problems.map((message) => (
            <p key={message} className={styles.retirement}>
              {message}
            </p>
          ))}
          <FactEvidence diff={diff} view={view} />
          <div className={styles.fields}>
            {diff.fields.map((field) => (
              <FieldRow
                key={field.name}
                fact={diff}
                diff={field}
                comparedWith={comparedWith}
                view={view}
                comments={comments.filter((comment) => comment.field === field.name)}
                onCommented={onCommented}
              />
            ))}
          </div>
          <Comments
            comments={comments.filter(({ field }) => !diff.fields.some(({ name }) => name === field))}
            me={view.me}
          />
        </>
      )}
    </section>
  );
}

function FactEvidence({ diff: { evidence, waiver, batch }, view: { names } }: { diff: FactDiff; view: ChangesetView }) {
  if (evidence.length === 0 && !waiver && !batch) return null;
  return (
    <div className={styles.whole}>
      <p className={styles.eyebrow}>{texts.fact.evidence}</p>
      <EvidenceList evidence={evidence} names={names} />
      {batch ? <p>{texts.fact.byImport(<DeskLink id={batch.id} names={names} />, batch.line)}</p> : null}
      {waiver ? (
        <p>
          <b>{texts.fact.waived}</b> {waiver}
        </p>
      ) : null}
    </div>
  );
}

interface FieldRowProps {
  readonly fact: FactDiff;
  readonly diff: FieldDiff;
  readonly comparedWith: ComparedValue;
  readonly view: ChangesetView;
  readonly comments: readonly ReviewComment[];
  readonly onCommented: () => void;
}

function FieldRow({ fact, diff, comparedWith, view, comments, onCommented }: FieldRowProps) {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { names, changeset, me } = view;
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  const label = texts.fact.fieldOfFact(diff.label, labelOf(fact.fact, names));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, and these are values
    <div className={styles.field} role="group" aria-label={diff.label} data-conflict={diff.inConflict || undefined}>
      <div className={styles.fieldLabel} title={diff.field?.description}>
        {diff.label}
        {diff.inConflict ? <span className={styles.conflictMark}>{texts.fact.inConflict}</span> : null}
      </div>
      <div className={styles.fieldValue}>
        <ValueDiff diff={diff} comparedWith={comparedWith} names={names} />
        {diff.adopted ? (
          <p className={styles.aside}>
            {texts.fact.adopted(<DeskLink id={diff.adopted.claim} names={names} />, diff.adopted.reason)}
          </p>
        ) : null}
      </div>
      <div className={styles.fieldEvidence}>
        <FieldEvidence fact={fact} diff={diff} view={view} />
        {changeset.status === 'MERGED' || changeset.status === 'DISCARDED' ? null : (
          <button
            ref={opener}
            type="button"
            className={styles.quiet}
            aria-expanded={isOpen}
            aria-label={texts.comments.formLabel(label)}
            onClick={() => setOpen(!isOpen)}
          >
            {texts.fact.comment}
          </button>
        )}
      </div>
      {comments.length > 0 || isOpen ? (
        <div className={styles.fieldComments}>
          <Comments comments={comments} me={me} />
          {isOpen ? (
            <CommentForm
              changeset={changeset.id}
              fact={fact.fact}
              field={diff.name}
              subject={label}
              onCommented={() => {
                close();
                onCommented();
              }}
              onCancel={close}
            />
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

function FieldEvidence({ fact, diff, view }: { fact: FactDiff; diff: FieldDiff; view: ChangesetView }) {
  const factCitations = fact.evidence.filter(({ state }) => state !== 'removed').length;
  if (diff.evidence.length > 0) return <EvidenceList evidence={diff.evidence} names={view.names} />;
  if (diff.waiver)
    return (
      <p>
        <b>{texts.fact.waived}</b> {diff.waiver}
      </p>
    );
  if (!diff.field?.cited || diff.after === null) return null;
  if (factCitations > 0 || fact.batch || fact.waiver)
    return <p className={styles.aside}>{texts.fact.seeEvidenceAbove}</p>;
  return <p className={styles.missing}>{texts.fact.noCitation}</p>;
}
