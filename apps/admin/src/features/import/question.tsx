'use client';

import { type FactTypeName, factTypeNames, typeOf } from '@chancery/codebook';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { callDesk } from '../../endpoints/call-desk.ts';
import { AnswerImportDocument, type ImportRowPartsFragment } from '../../generated/desk/graphql.ts';
import { DeskLink } from '../review/desk-link.tsx';
import type { Names } from '../review/names.ts';
import { FactChoice } from './fact-choice.tsx';
import styles from './import.module.css';
import { typeOfEnum } from './import-labels.ts';
import { errorMessages } from './mutation-errors.ts';
import { texts } from './texts.tsx';

interface QuestionProps {
  readonly importId: string;
  readonly row: ImportRowPartsFragment;
  readonly names: Names;
  readonly canAnswer: boolean;
  readonly onAnswered: () => void;
}

const recordTypes = factTypeNames.filter((type) => typeOf(type).category === 'record');

/**
 * The question of a row: the facts that it may match, with their scores and reasons. The editor chooses one of them or
 * another fact, or has a new fact created. Shows nothing for a row without a question.
 */
export function Question({ importId, row, names, canAnswer, onAnswered }: QuestionProps) {
  const [refusal, setRefusal] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const { question, sameQuestion, candidates, answer, type, key } = row;
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
      {sameQuestion > 1 ? <p className={styles.aside}>{texts.question.sameInRows(sameQuestion)}</p> : null}
      {answer ? (
        <p>
          {texts.question.answered(
            <bdi>{answer.by?.name ?? texts.question.unknownUser}</bdi>,
            answer.fact ? <DeskLink id={answer.fact} names={names} /> : texts.question.newFact,
          )}{' '}
          <span className={styles.aside}>{texts.question.whenApplied}</span>
        </p>
      ) : null}
      <ul aria-label={texts.question.matches(row.label)}>
        {candidates.map(({ fact, label, score, why }) => (
          <li key={fact}>
            <span className={styles.score} title={texts.question.score}>
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
                aria-label={texts.question.chooseLabel(label)}
                onClick={() => void submitAnswer(fact)}
              >
                {texts.question.choose}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {canAnswer ? (
        <div className={styles.alternatives}>
          {isAboutRow ? (
            <Button size="compact-xs" variant="default" disabled={isBusy} onClick={() => void submitAnswer(null)}>
              {texts.question.createNew}
            </Button>
          ) : null}
          <FactChoice
            label={texts.question.anotherMatch(row.label)}
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
