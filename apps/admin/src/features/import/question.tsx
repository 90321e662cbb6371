'use client';

import { type FactTypeName, factTypeNames, typeOf } from '@chancery/codebook';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { callDesk } from '../../doors/call-desk.ts';
import { AnswerImportDocument, type ImportRowPartsFragment } from '../../generated/desk/graphql.ts';
import { DeskLink } from '../review/desk-link.tsx';
import type { Names } from '../review/names.ts';
import { FactChoice } from './fact-choice.tsx';
import styles from './import.module.css';
import { typeOfEnum } from './import-labels.ts';
import { errorMessages } from './mutation-errors.ts';

interface QuestionProps {
  readonly importId: string;
  readonly row: ImportRowPartsFragment;
  readonly names: Names;
  readonly canAnswer: boolean;
  readonly onAnswered: () => void;
}

const recordTypes = factTypeNames.filter((type) => typeOf(type).category === 'record');

/**
 * The question of a row: the facts that it may match, with their scores and reasons. The editor chooses one of them, another
 * fact, or to create a new one.
 */
export function Question({ importId, row, names, canAnswer, onAnswered }: QuestionProps) {
  const [refusal, setRefusal] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const { question, candidates, answer, type, key } = row;
  if (!question) return null;
  // The question is about the row's own fact, or about a fact that the row refers to.
  const isAboutRow = question === key;
  const types: readonly FactTypeName[] = isAboutRow && type ? [typeOfEnum(type)] : recordTypes;
  const submitAnswer = async (fact: string | null) => {
    setBusy(true);
    const response = await callDesk(AnswerImportDocument, {
      import: importId,
      key: question,
      fact,
      isNew: fact === null,
    });
    setBusy(false);
    const [message] = errorMessages(response);
    setRefusal(message);
    if (message === undefined) onAnswered();
  };
  return (
    <div className={styles.question}>
      {answer ? (
        <p>
          ✓ Answered by <bdi>{answer.by?.name ?? 'an unknown user'}</bdi>:{' '}
          {answer.fact ? <DeskLink id={answer.fact} names={names} /> : 'a new fact'}.{' '}
          <span className={styles.aside}>Check again to apply the answer.</span>
        </p>
      ) : null}
      <ul aria-label={`Possible matches for ${row.label}`}>
        {candidates.map(({ fact, label, score, why }) => (
          <li key={fact}>
            <span className={styles.score} title="Match score from 0 to 100">
              {Math.round(score * 100)}
            </span>
            <span>
              <DeskLink id={fact} names={{ ...names, labels: { ...names.labels, [fact]: label } }} />
              <span className={styles.aside}> {why}</span>
            </span>
            {canAnswer ? (
              <Button
                size="compact-xs"
                variant={answer?.fact === fact ? 'filled' : 'default'}
                disabled={isBusy}
                aria-label={`Choose ${label}`}
                onClick={() => void submitAnswer(fact)}
              >
                Choose
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {canAnswer ? (
        <div className={styles.alternatives}>
          {isAboutRow ? (
            <Button size="compact-xs" variant="default" disabled={isBusy} onClick={() => void submitAnswer(null)}>
              Create new
            </Button>
          ) : null}
          <FactChoice
            label={`Another match for ${row.label}`}
            types={types}
            isDisabled={isBusy}
            onChoose={(id) => void submitAnswer(id)}
          />
        </div>
      ) : null}
      {refusal ? (
        <p className={styles.error} role="alert">
          {refusal}
        </p>
      ) : null}
    </div>
  );
}
