import { describe, expect, it } from '@jest/globals';

// Before the codebook is put together: a field is given two former names, as a rename would.
const { agreement } = await import('./types/agreement.ts');
Object.assign(agreement.fields.title, { formerly: ['heading', 'caption'] });
const codebook = await import('./codebook.ts');

const {
  concreteTypes,
  currentName,
  factTypeNames,
  fieldsOf,
  inversesOf,
  isFactField,
  isFactType,
  isTypeName,
  linkFields,
} = codebook;

describe('the names of types and fields', () => {
  it.each(['Agreements', 'agreement', 'Actor', 'constructor', '__proto__', ''])('%p is no type', (name) => {
    expect([isFactType(name), isTypeName(name)]).toEqual([false, false]);
  });

  it('a citation is a type whose rows are no facts', () => {
    expect([isFactType('Citation'), isTypeName('Citation')]).toEqual([false, true]);
    expect(factTypeNames.every((type) => isFactType(type) && isTypeName(type))).toBe(true);
  });

  it('every fact has the common fields, and a citation only its own', () => {
    for (const type of factTypeNames)
      expect(Object.keys(fieldsOf(type))).toEqual(expect.arrayContaining(['evidenceStatus', 'note']));
    expect(fieldsOf('Citation')).not.toHaveProperty('evidenceStatus');
    expect([isFactField('note'), isFactField('title'), isFactField('toString')]).toEqual([true, false, false]);
  });

  it('a field is found by the name it has and by those it had', () => {
    for (const name of ['title', 'heading', 'caption']) expect(currentName('Agreement', name)).toBe('title');
    expect(currentName('Agreement', 'note')).toBe('note');
    for (const name of ['Title', 'constructor', '__proto__', ''])
      expect(currentName('Agreement', name)).toBeUndefined();
    expect(currentName('State', 'heading')).toBeUndefined();
  });

  it('values are brought under the names of today, and unknown ones are left for the rules to report', () => {
    const values = { heading: 'JCPOA', status: 'IN_FORCE', weight: 3 };
    expect(codebook.renameFormerFields('Agreement', values)).toEqual({ title: 'JCPOA', status: 'IN_FORCE', weight: 3 });
  });
});

describe('what a link may point at', () => {
  it('is a type, or every type of an interface', () => {
    expect(concreteTypes('State')).toEqual(['State']);
    expect(concreteTypes('Actor')).toEqual(['State', 'Organization']);
    expect(concreteTypes('Agent')).toEqual(['State', 'Organization', 'Person']);
    expect(concreteTypes('Fact')).toEqual(factTypeNames);
  });

  it.each(['Citation', 'Nobody', 'constructor', ''])('is nothing under the name %p', (name) => {
    expect(concreteTypes(name)).toEqual([]);
  });

  it('is asked of the link fields of a type', () => {
    expect(linkFields('Membership').map(([name, { target }]) => [name, target])).toEqual([
      ['member', 'Actor'],
      ['organization', 'Organization'],
    ]);
    expect(linkFields('Person')).toEqual([]);
  });
});

describe('the ways back', () => {
  const back = (target: string, name: string) => inversesOf(target).find((inverse) => inverse.name === name);

  it('of a link at an interface are shown by each type that it covers, and by the interface', () => {
    for (const target of ['Actor', 'State', 'Organization'])
      expect(back(target, 'memberships')).toMatchObject({ type: 'Membership', through: ['member'] });
    expect(back('Agreement', 'memberships')).toBeUndefined();
    expect(back('Agent', 'memberships')).toBeUndefined();
  });

  it('of a link at one type are shown by that type alone', () => {
    expect(back('Organization', 'members')).toMatchObject({ type: 'Membership', through: ['organization'] });
    for (const target of ['State', 'Actor', 'Fact']) expect(back(target, 'members')).toBeUndefined();
  });

  it('may be shared by several link fields of one type', () => {
    expect(back('Event', 'disputes')).toMatchObject({ type: 'Dispute', through: ['one', 'other'] });
    expect(back('State', 'claims')).toMatchObject({ type: 'Claim', through: ['subject', 'object', 'via'] });
    expect(back('State', 'relations')).toMatchObject({ type: 'StateRelation', through: ['from', 'to'] });
  });

  it('lead from every fact to its citations, names, codes, claims and disputes', () => {
    for (const type of factTypeNames)
      for (const name of ['citations', 'names', 'codes', 'claims', 'disputes']) expect(back(type, name)).toBeDefined();
  });

  it('lead nowhere from what is no type', () => {
    expect(inversesOf('Nobody')).toEqual([]);
    expect(inversesOf('Citation')).toEqual([]);
  });
});
