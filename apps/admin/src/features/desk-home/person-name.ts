import { texts } from './texts.tsx';

/** Returns the name of a person; `you` for the signed-in person, and `unknown user` for null. */
export function personName(
  person: { readonly id: string; readonly name: string } | null,
  me?: { readonly id: string } | null,
): string {
  if (!person) return texts.unknownPerson;
  return person.id === me?.id ? texts.you : person.name;
}
