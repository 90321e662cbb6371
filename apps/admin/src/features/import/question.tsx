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
import { typeOfEnum } from './import-words.ts';
import { refusalsIn } from './said.ts';

interface QuestionProps {
  readonly importId: string;
  readonly row: ImportRowPartsFragment;
  readonly names: Names;
  /** Whether whoever looks may answer. */
  readonly mayAnswer: boolean;
  readonly onAnswered: () => void;
}

const records = factTypeNames.filter((type) => typeOf(type).category === 'record');

/** What a row leaves open: the facts that may be meant, each with its score and why; one is chosen, or it is said to be new. */
export function Question({ importId, row, names, mayAnswer, onAnswered }: QuestionProps) {
  const [refusal, setRefusal] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const { question, candidates, answer, type, key } = row;
  if (!question) return null;
  // A row asks what it is itself, or what something is that it speaks of.
  const isItself = question === key;
  const types: readonly FactTypeName[] = isItself && type ? [typeOfEnum(type)] : records;
  const say = async (fact: string | null) => {
    setBusy(true);
    const said = await callDesk(AnswerImportDocument, { import: importId, key: question, fact, isNew: fact === null });
    setBusy(false);
    const [message] = refusalsIn(said);
    setRefusal(message);
    if (message === undefined) onAnswered();
  };
  return (
    <div className={styles.question}>
      {answer ? (
        <p>
          ✓ Answered by <bdi>{answer.by?.name ?? 'somebody who has left'}</bdi>:{' '}
          {answer.fact ? <DeskLink id={answer.fact} names={names} /> : 'a new one'}.{' '}
          <span className={styles.aside}>Check again, and it is settled.</span>
        </p>
      ) : null}
      <ul aria-label={`Which fact is meant by ${row.label}`}>
        {candidates.map(({ fact, label, score, why }) => (
          <li key={fact}>
            <span className={styles.score} title="How likely it is, of 100">
              {Math.round(score * 100)}
            </span>
            <span>
              <DeskLink id={fact} names={{ ...names, labels: { ...names.labels, [fact]: label } }} />
              <span className={styles.aside}> {why}</span>
            </span>
            {mayAnswer ? (
              <Button
                size="compact-xs"
                variant={answer?.fact === fact ? 'filled' : 'default'}
                disabled={isBusy}
                aria-label={`It is ${label}`}
                onClick={() => void say(fact)}
              >
                It is this
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayAnswer ? (
        <div className={styles.others}>
          {isItself ? (
            <Button size="compact-xs" variant="default" disabled={isBusy} onClick={() => void say(null)}>
              It is a new one
            </Button>
          ) : null}
          <FactChoice
            label={`Another fact that ${row.label} is`}
            types={types}
            isDisabled={isBusy}
            onChoose={(id) => void say(id)}
          />
        </div>
      ) : null}
      {refusal ? (
        <p className={styles.fault} role="alert">
          {refusal}
        </p>
      ) : null}
    </div>
  );
}
