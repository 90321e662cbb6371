'use client';

import { Button, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { callDesk } from '../../doors/call-desk.ts';
import {
  ChangePersonDocument,
  HirePersonDocument,
  ResetPasswordDocument,
  type Role,
  SetRepublishWithheldDocument,
  SetSoloDocument,
  type StaffQuery,
} from '../../generated/desk/graphql.ts';
import { dayWords } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import styles from './people.module.css';

const roleLabels: Readonly<Record<Role, { readonly label: string; readonly permissions: string }>> = {
  CONTRIBUTOR: { label: 'Contributor', permissions: 'drafts and submits' },
  EDITOR: { label: 'Editor', permissions: 'also reviews and merges the work of others' },
  ADMIN: { label: 'Admin', permissions: 'also manages people and settings' },
};
const roles = Object.keys(roleLabels) as Role[];
const options = roles.map((role) => ({ value: role, label: roleLabels[role].label }));

type Member = StaffQuery['staff'][number];

/** A new password, which is shown only once. */
interface IssuedPassword {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** The people of the desk with their roles, and the settings of the desk. */
export function PeopleScreen({ data: { staff, me, deskSettings } }: { readonly data: StaffQuery }) {
  const router = useRouter();
  const { republishing } = deskSettings;
  const [refusal, setRefusal] = useState<string>();
  const [issued, setIssued] = useState<IssuedPassword>();
  const [isBusy, setBusy] = useState(false);

  /** Runs a mutation. Returns `undefined`, and shows the message, when the request failed. */
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
    const outcome = await run(callDesk(ResetPasswordDocument, { id }));
    if (outcome?.__typename === 'Hired') setIssued({ ...outcome.person, password: outcome.password });
  };
  const columns: Column<Member>[] = [
    {
      key: 'name',
      label: 'Name',
      isName: true,
      cell: ({ id, name, suspended }) => (
        <>
          <bdi>{name}</bdi>
          {id === me?.id ? <span className={styles.aside}> (you)</span> : null}
          {suspended ? <span className={styles.suspended}> ✕ suspended</span> : null}
        </>
      ),
    },
    { key: 'email', label: 'E-mail', cell: ({ email }) => email },
    {
      key: 'role',
      label: 'Role',
      cell: ({ id, name, role }) => (
        <NativeSelect
          size="xs"
          aria-label={`Role of ${name}`}
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
    { key: 'since', label: 'Since', cell: ({ createdAt }) => dayWords(createdAt) },
    {
      key: 'actions',
      label: 'Actions',
      cell: (member) => (
        <span className={styles.buttons}>
          <Button
            size="compact-xs"
            variant="default"
            disabled={isBusy}
            aria-label={`${member.suspended ? 'Reinstate' : 'Suspend'} ${member.name}`}
            onClick={() => void run(callDesk(ChangePersonDocument, { id: member.id, suspended: !member.suspended }))}
          >
            {member.suspended ? 'Reinstate' : 'Suspend'}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            disabled={isBusy}
            aria-label={`New password for ${member.name}`}
            onClick={() => void reset(member)}
          >
            New password
          </Button>
        </span>
      ),
    },
  ];
  return (
    <div className={styles.screen}>
      <h1>People and settings</h1>
      <div role="alert">
        {refusal ? (
          <Notice tone="warning" title="Not done">
            {refusal}
          </Notice>
        ) : null}
      </div>
      {issued ? (
        <Notice title={`Password for ${issued.name}`}>
          <p>
            Give it to them together with the sign-in address <b>{issued.email}</b>. It is not shown again.
          </p>
          <p>
            <code className={styles.password}>{issued.password}</code>{' '}
            <Button size="compact-xs" variant="default" onClick={() => setIssued(undefined)}>
              Hide password
            </Button>
          </p>
        </Notice>
      ) : null}
      <Section id="people" title="People" count={staff.length}>
        <Table caption="People at the desk" columns={columns} rows={staff} keyOf={({ id }) => id} />
        <p className={styles.aside}>
          {roles.map((role) => `${roleLabels[role].label}: ${roleLabels[role].permissions}.`).join(' ')}
        </p>
      </Section>
      <Section id="hire" title="Add a person">
        <HireForm
          isBusy={isBusy}
          onHire={async (person) => {
            const outcome = await run(callDesk(HirePersonDocument, person));
            if (outcome?.__typename !== 'Hired') return false;
            setIssued({ ...outcome.person, password: outcome.password });
            return true;
          }}
        />
      </Section>
      <Section id="settings" title="Review">
        <Switch
          label="Let people approve their own changesets"
          description="For a desk with one editor. When this is off, somebody other than the author must approve each changeset."
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
      <Section id="republication" title="Terms of sources">
        <Switch
          label="Publish facts whose sources do not allow republication"
          description="Facts imported from a withheld source are visible at the desk only. Switch this on only if the owner of this register has permission to publish them."
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
            Switched {republishing.republishWithheld ? 'on' : 'off'} by{' '}
            <bdi>{republishing.by?.name ?? 'an unknown user'}</bdi> on {dayWords(republishing.at)}.
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
      <TextInput label="Name" value={name} onChange={({ currentTarget }) => setName(currentTarget.value)} required />
      <TextInput
        label="E-mail"
        type="email"
        value={email}
        onChange={({ currentTarget }) => setEmail(currentTarget.value)}
        required
      />
      <NativeSelect
        label="Role"
        value={role}
        data={options}
        onChange={({ currentTarget }) =>
          setRole(roles.find((option) => option === currentTarget.value) ?? 'CONTRIBUTOR')
        }
      />
      <Button type="submit" loading={isBusy}>
        Add person
      </Button>
    </form>
  );
}
