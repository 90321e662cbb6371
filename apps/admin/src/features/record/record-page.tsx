import { type FactTypeName, typeOf } from '@chancery/codebook';
import { addressProblems, anyText, viewRules } from '../../addresses/address-rules.ts';
import { collectionPath } from '../../addresses/collections.ts';
import { address, type SearchParameters, viewOf } from '../../addresses/view.ts';
import { InvalidAddressPage } from '../errors/invalid-address-page.tsx';
import { NotFoundPage } from '../errors/not-found-page.tsx';
import { RefusalPage } from '../errors/refusal-page.tsx';
import { texts as errorTexts } from '../errors/texts.tsx';
import { EvidenceStatus } from '../evidence/evidence-status.tsx';
import { GradeChip } from '../evidence/grade-chip.tsx';
import { Frame } from '../frame/frame.tsx';
import { dayOf } from '../organization/day-of.ts';
import { RecordExtras } from '../record-extras.tsx';
import { SourceCitations } from '../sources/source-citations.tsx';
import { AbsentRecord } from './absent.tsx';
import { Claims, Disputes, WholeFactCitations } from './evidence-sections.tsx';
import { Fields } from './fields.tsx';
import { RecordHistory } from './history.tsx';
import { Links } from './links.tsx';
import { attestationOf, loadRecord } from './load-record.ts';
import styles from './record.module.css';
import { texts } from './texts.tsx';

interface RecordPageProps {
  readonly type: FactTypeName;
  readonly id: string;
  readonly parameters: SearchParameters;
}

/** The page of a record or link of any type: its fields with their evidence, claims, disputes, links and history. */
export async function RecordPage({ type, id, parameters }: RecordPageProps) {
  const view = viewOf(parameters);
  const path = `${collectionPath(type)}/${id}`;
  const pageAddress = { path, parameters };
  const problems = addressProblems(parameters, {
    ...viewRules,
    ...(type === 'Source' ? { citations: anyText } : {}),
  });
  if (problems.length > 0) return <InvalidAddressPage pageAddress={pageAddress} problems={problems} />;
  const [answer, linked, attestation] = await loadRecord(type, id, view);
  if (!answer.ok) {
    if (answer.refusal.code === 'BAD_USER_INPUT')
      return <NotFoundPage title={errorTexts.notFound.noRecord(typeOf(type).singular, id)} />;
    return <RefusalPage pageAddress={pageAddress} view={view} refusal={answer.refusal} />;
  }
  if (!linked.ok) return <RefusalPage pageAddress={pageAddress} view={view} refusal={linked.refusal} />;
  const { record } = answer.data;
  if (!record || !linked.data.record)
    return <AbsentRecord {...{ type, id, pageAddress, view }} revision={answer.revision} />;
  const { singular, plural } = typeOf(type);
  const on = dayOf(view, answer.revision);
  return (
    <Frame
      pageAddress={pageAddress}
      view={view}
      revision={answer.revision}
      cited={{ title: record.label, id, day: on }}
      dayNote={texts.dayNote(type)}
    >
      <article className={styles.page}>
        <header className={styles.head}>
          <p className={styles.kind}>
            <a href={address(collectionPath(type), view)} title={texts.all(plural)}>
              {singular}
            </a>
          </p>
          <h1>
            <bdi>{record.label}</bdi>
          </h1>
          <p className={styles.marks}>
            <EvidenceStatus status={record.evidenceStatus} />
            <GradeChip grade={record.grade} />
            {record.corroboration > 0 ? <span>{texts.corroboration(record.corroboration)}</span> : null}
            <code className={styles.id}>{id}</code>
          </p>
          {record.note ? <p className={styles.note}>{record.note}</p> : null}
        </header>
        <Fields type={type} record={record} on={on} attestation={attestationOf(attestation)} view={view} />
        <RecordExtras type={type} id={id} view={view} />
        <WholeFactCitations record={record} view={view} />
        {type === 'Source' ? <SourceCitations id={id} view={view} parameters={parameters} path={path} /> : null}
        <Claims record={record} view={view} />
        <Disputes record={record} view={view} />
        <Links type={type} links={linked.data.record} on={on} view={view} />
        <RecordHistory record={record} path={path} view={view} />
      </article>
    </Frame>
  );
}
