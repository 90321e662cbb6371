/** Whoever did something, by name; `you` where it is whoever looks. */
export function personName(
  person: { readonly id: string; readonly name: string } | null,
  me?: { readonly id: string } | null,
): string {
  if (!person) return 'somebody who has left';
  return person.id === me?.id ? 'you' : person.name;
}
