'use client';

import { Button, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { callDesk } from '../../endpoints/call-desk.ts';
import {
  ChangePersonDocument,
  CreateResetLinkDocument,
  HirePersonDocument,
  type LinkPartsFragment,
  ResetSecondFactorDocument,
  type Role,
  SetRepublishWithheldDocument,
  SetSecondFactorForAdminsDocument,
  SetSoloDocument,
  type StaffQuery,
} from '../../generated/desk/graphql.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { dayWords } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { IssuedLink } from './issued-link.tsx';
import styles from './people.module.css';
import { texts } from './texts.tsx';

const roles = Object.keys(texts.roles) as Role[];
const options = roles.map((role) => ({ value: role, label: texts.roles[role].label }));

type Member = StaffQuery['staff'][number];

/** The page on which admins manage the people of the desk, their roles, and the settings of the desk. */
export function PeopleScreen({ data: { staff, me, deskSettings } }: { readonly data: StaffQuery }) {
  const router = useRouter();
  const { republishing } = deskSettings;
  const [refusal, setRefusal] = useState<string>();
  const [link, setLink] = useState<LinkPartsFragment>();
  const [isBusy, setBusy] = useState(false);

  /** Runs a mutation and shows its message if it failed. Returns its outcome; `undefined` if the request failed. */
  const run = async <Outcome extends object>(
    request: Promise<{ ok: true; data: { outcome: Outcome } } | { ok: false; error: { message: string } }>,
  ): Promise<Outcome | undefined> => {
    setBusy(true);
    const answer = await request;
    setBusy(false);
    if (!answer.ok) {
      setRefusal(answer.error.message);
      return undefined;
    }
    const { outcome } = answer.data;
    setRefusal('message' in outcome ? String(outcome.message) : undefined);
    router.refresh();
    return outcome;
  };
  const reset = async ({ id }: Member) => {
    const outcome = await run(callDesk(CreateResetLinkDocument, { id }));
    if (outcome?.__typename === 'PasswordLink') setLink(outcome);
  };
  const columns: Column<Member>[] = [
    {
      key: 'name',
      label: texts.people.name,
      isName: true,
      cell: ({ id, name, suspended, hasSecondFactor }) => (
        <>
          <bdi>{name}</bdi>
          {id === me?.id ? <span className={styles.aside}>{texts.people.you}</span> : null}
          {suspended ? <span className={styles.suspended}>{texts.people.suspended}</span> : null}
          {hasSecondFactor ? <span className={styles.aside}>{texts.people.secondFactor}</span> : null}
        </>
      ),
    },
    { key: 'email', label: texts.people.email, cell: ({ email }) => email },
    {
      key: 'role',
      label: texts.people.role,
      cell: ({ id, name, role }) => (
        <NativeSelect
          size="xs"
          aria-label={texts.people.roleOf(name)}
          value={role}
          disabled={isBusy}
          data={options}
          onChange={({ currentTarget }) => {
            const chosen = roles.find((option) => option === currentTarget.value);
            if (chosen) void run(callDesk(ChangePersonDocument, { id, role: chosen }));
          }}
        />
      ),
    },
    { key: 'since', label: texts.people.since, cell: ({ createdAt }) => dayWords(createdAt) },
    {
      key: 'actions',
      label: texts.people.actions,
      cell: (member) => (
        <span className={styles.buttons}>
          {member.suspended ? (
            <Button
              size="compact-xs"
              variant="default"
              disabled={isBusy}
              aria-label={texts.people.reinstateLabel(member.name)}
              onClick={() => void run(callDesk(ChangePersonDocument, { id: member.id, suspended: false }))}
            >
              {texts.people.reinstate}
            </Button>
          ) : (
            <ConfirmButton
              size="compact-xs"
              isDisabled={isBusy}
              label={texts.people.suspend}
              name={texts.people.suspendLabel(member.name)}
              question={texts.people.suspendQuestion(member.name)}
              onConfirm={() => void run(callDesk(ChangePersonDocument, { id: member.id, suspended: true }))}
            />
          )}
          {member.id === me?.id ? (
            <a className={styles.aside} href="/desk/account#password">
              {texts.people.ownPassword}
            </a>
          ) : (
            <ConfirmButton
              size="compact-xs"
              isDisabled={isBusy}
              label={texts.people.resetLink}
              name={texts.people.resetLinkLabel(member.name)}
              question={texts.people.resetLinkQuestion(member.name)}
              onConfirm={() => void reset(member)}
            />
          )}
          {member.hasSecondFactor && member.id !== me?.id ? (
            <ConfirmButton
              size="compact-xs"
              isDisabled={isBusy}
              label={texts.people.removeSecondFactor}
              name={texts.people.removeSecondFactorLabel(member.name)}
              question={texts.people.removeSecondFactorQuestion(member.name)}
              onConfirm={() => void run(callDesk(ResetSecondFactorDocument, { id: member.id }))}
            />
          ) : null}
          <a
            className={styles.aside}
            href={`/desk/audit?person=${encodeURIComponent(member.id)}`}
            aria-label={texts.people.auditLabel(member.name)}
          >
            {texts.people.audit}
          </a>
        </span>
      ),
    },
  ];
  return (
    <div className={styles.screen}>
      <h1>{texts.heading}</h1>
      <p>
        <a href="/desk/audit">{texts.openAudit}</a>
      </p>
      <div role="alert">
        {refusal ? (
          <Notice tone="warning" title={texts.notDone}>
            {refusal}
          </Notice>
        ) : null}
      </div>
      {link ? <IssuedLink link={link} onHide={() => setLink(undefined)} /> : null}
      <Section id="people" title={texts.people.heading} count={staff.length}>
        <Table caption={texts.people.caption} columns={columns} rows={staff} keyOf={({ id }) => id} />
        <p className={styles.aside}>
          {roles.map((role) => texts.rolePermissions(texts.roles[role].label, texts.roles[role].permissions)).join(' ')}
        </p>
      </Section>
      <Section id="hire" title={texts.add.heading}>
        <HireForm
          isBusy={isBusy}
          onHire={async (person) => {
            const outcome = await run(callDesk(HirePersonDocument, person));
            if (outcome?.__typename !== 'PasswordLink') return false;
            setLink(outcome);
            return true;
          }}
        />
      </Section>
      <Section id="settings" title={texts.review.heading}>
        <Switch
          label={texts.review.solo}
          description={texts.review.soloHint}
          checked={deskSettings.solo}
          disabled={isBusy}
          onChange={({ currentTarget }) => {
            const solo = currentTarget.checked;
            void run(
              callDesk(SetSoloDocument, { solo }).then((answer) =>
                answer.ok ? { ok: true, data: { outcome: answer.data.setSolo } } : answer,
              ),
            );
          }}
        />
      </Section>
      <Section id="sign-in" title={texts.signIn.heading}>
        <Switch
          label={texts.signIn.secondFactor}
          description={texts.signIn.secondFactorHint}
          checked={deskSettings.secondFactorForAdmins}
          disabled={isBusy}
          onChange={({ currentTarget }) => {
            const required = currentTarget.checked;
            void run(
              callDesk(SetSecondFactorForAdminsDocument, { required }).then((answer) =>
                answer.ok ? { ok: true, data: { outcome: answer.data.setSecondFactorForAdmins } } : answer,
              ),
            );
          }}
        />
      </Section>
      <Section id="republication" title={texts.terms.heading}>
        <Switch
          label={texts.terms.republish}
          description={texts.terms.republishHint}
          checked={republishing.republishWithheld}
          disabled={isBusy}
          onChange={({ currentTarget }) => {
            const republish = currentTarget.checked;
            void run(
              callDesk(SetRepublishWithheldDocument, { republish }).then((answer) =>
                answer.ok ? { ok: true, data: { outcome: answer.data.setRepublishWithheld } } : answer,
              ),
            );
          }}
        />
        {republishing.at ? (
          <p className={styles.aside}>
            {(republishing.republishWithheld ? texts.terms.switchedOn : texts.terms.switchedOff)(
              <bdi>{republishing.by?.name ?? texts.terms.unknownUser}</bdi>,
              dayWords(republishing.at),
            )}
          </p>
        ) : null}
      </Section>
    </div>
  );
}

interface HireFormProps {
  readonly isBusy: boolean;
  readonly onHire: (person: { name: string; email: string; role: Role }) => Promise<boolean>;
}

function HireForm({ isBusy, onHire }: HireFormProps) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('CONTRIBUTOR');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void onHire({ name, email, role }).then((isHired) => {
          if (!isHired) return;
          setName('');
          setEmail('');
        });
      }}
    >
      <TextInput
        label={texts.add.name}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        required
      />
      <TextInput
        label={texts.add.email}
        type="email"
        value={email}
        onChange={({ currentTarget }) => setEmail(currentTarget.value)}
        required
      />
      <NativeSelect
        label={texts.add.role}
        value={role}
        data={options}
        onChange={({ currentTarget }) =>
          setRole(roles.find((option) => option === currentTarget.value) ?? 'CONTRIBUTOR')
        }
      />
      <Button type="submit" loading={isBusy}>
        {texts.add.submit}
      </Button>
    </form>
  );
}
