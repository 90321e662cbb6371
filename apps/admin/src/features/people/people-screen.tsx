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

const roleWords: Readonly<Record<Role, { readonly label: string; readonly does: string }>> = {
  CONTRIBUTOR: { label: 'Contributor', does: 'drafts and submits' },
  EDITOR: { label: 'Editor', does: 'also reviews and merges the work of others' },
  ADMIN: { label: 'Admin', does: 'also sees to people and settings' },
};
const roles = Object.keys(roleWords) as Role[];
const options = roles.map((role) => ({ value: role, label: roleWords[role].label }));

type Member = StaffQuery['staff'][number];

/** A password that is shown this once. */
interface Handed {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Who works at the desk and in what role; and whether one person may approve their own work. */
export function PeopleScreen({ data: { staff, me, deskSettings } }: { readonly data: StaffQuery }) {
  const router = useRouter();
  const { republishing } = deskSettings;
  const [refusal, setRefusal] = useState<string>();
  const [handed, setHanded] = useState<Handed>();
  const [isBusy, setBusy] = useState(false);

  /** Asks the desk for something; `undefined` when it was refused, and the reason is shown. */
  const run = async <Outcome extends object>(
    asking: Promise<{ ok: true; data: { outcome: Outcome } } | { ok: false; error: { message: string } }>,
  ): Promise<Outcome | undefined> => {
    setBusy(true);
    const answer = await asking;
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
    if (outcome?.__typename === 'Hired') setHanded({ ...outcome.person, password: outcome.password });
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
            const chosen = roles.find((each) => each === currentTarget.value);
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
            aria-label={`${member.suspended ? 'Let back in' : 'Suspend'} ${member.name}`}
            onClick={() => void run(callDesk(ChangePersonDocument, { id: member.id, suspended: !member.suspended }))}
          >
            {member.suspended ? 'Let back in' : 'Suspend'}
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
      {handed ? (
        <Notice title={`A password for ${handed.name}`}>
          <p>
            Hand it over yourself, with the address <b>{handed.email}</b>: nobody can look it up later.
          </p>
          <p>
            <code className={styles.password}>{handed.password}</code>{' '}
            <Button size="compact-xs" variant="default" onClick={() => setHanded(undefined)}>
              I have noted it
            </Button>
          </p>
        </Notice>
      ) : null}
      <Section id="people" title="People" count={staff.length}>
        <Table caption="People at the desk" columns={columns} rows={staff} keyOf={({ id }) => id} />
        <p className={styles.aside}>
          {roles.map((role) => `${roleWords[role].label}: ${roleWords[role].does}.`).join(' ')}
        </p>
      </Section>
      <Section id="hire" title="Somebody new">
        <HireForm
          isBusy={isBusy}
          onHire={async (person) => {
            const outcome = await run(callDesk(HirePersonDocument, person));
            if (outcome?.__typename !== 'Hired') return false;
            setHanded({ ...outcome.person, password: outcome.password });
            return true;
          }}
        />
      </Section>
      <Section id="settings" title="Four eyes">
        <Switch
          label="One person works here, and approves their own work"
          description="Leave it off wherever two people work: somebody else must then approve what one has written."
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
          label="Show everybody what sources do not allow to be shown"
          description="Facts of an import whose source is withheld are for the desk alone. Switch this on only where the owner of this register has leave to show them."
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
            {republishing.republishWithheld ? 'Shown' : 'Withheld'} by the word of{' '}
            <bdi>{republishing.by?.name ?? 'somebody who is gone'}</bdi>, {dayWords(republishing.at)}.
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
        onChange={({ currentTarget }) => setRole(roles.find((each) => each === currentTarget.value) ?? 'CONTRIBUTOR')}
      />
      <Button type="submit" loading={isBusy}>
        Add to the desk
      </Button>
    </form>
  );
}
