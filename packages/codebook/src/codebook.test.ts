import { describe, expect, it } from '@jest/globals';

// Before the codebook is loaded, gives a field two former names, as a rename would.
const { agreement } = await import('./types/agreement.ts');
Object.assign(agreement.fields.title, { formerNames: ['heading', 'caption'] });
const codebook = await import('./codebook.ts');

const {
  codebookName,
  concreteTypesOf,
  currentFieldName,
  factTypeNames,
  fieldsOf,
  inversesOf,
  isFactField,
  isFactType,
  isTypeName,
  linkFields,
} = codebook;

describe('names of types and fields', () => {
  it.each(['Agreements', 'agreement', 'Actor', 'constructor', '__proto__', ''])('rejects %p as a type name', (name) => {
    expect([isFactType(name), isTypeName(name)]).toEqual([false, false]);
  });

  it('treats Citation as a type but not as a fact type', () => {
    expect([isFactType('Citation'), isTypeName('Citation')]).toEqual([false, true]);
    expect(factTypeNames.every((type) => isFactType(type) && isTypeName(type))).toBe(true);
  });

  it('adds the common fields to every fact type but not to Citation', () => {
    for (const type of factTypeNames)
      expect(Object.keys(fieldsOf(type))).toEqual(expect.arrayContaining(['evidenceStatus', 'note']));
    expect(fieldsOf('Citation')).not.toHaveProperty('evidenceStatus');
    expect([isFactField('note'), isFactField('title'), isFactField('toString')]).toEqual([true, false, false]);
  });

  it('finds fields and inverse links by their names in the API, deprecated ones included', () => {
    expect([codebookName('Event', 'policyMeasure'), codebookName('Event', 'measure')]).toEqual(['measure', 'measure']);
    for (const name of ['policyMeasureRoles', 'measureRoles'])
      expect(codebookName('State', name)).toBe('policyMeasureRoles');
    expect(codebookName('Agreement', 'policyMeasure')).toBe('policyMeasure');
  });

  it('finds a field by its current and former names', () => {
    for (const name of ['title', 'heading', 'caption']) expect(currentFieldName('Agreement', name)).toBe('title');
    expect(currentFieldName('Agreement', 'note')).toBe('note');
    for (const name of ['Title', 'constructor', '__proto__', ''])
      expect(currentFieldName('Agreement', name)).toBeUndefined();
    expect(currentFieldName('State', 'heading')).toBeUndefined();
  });

  it('replaces former field names in values and keeps unknown names', () => {
    const values = { heading: 'JCPOA', status: 'IN_FORCE', weight: 3 };
    expect(codebook.renameFormerFields('Agreement', values)).toEqual({ title: 'JCPOA', status: 'IN_FORCE', weight: 3 });
  });
});

describe('link targets', () => {
  it('are the type itself or all types of an interface', () => {
    expect(concreteTypesOf('State')).toEqual(['State']);
    expect(concreteTypesOf('Actor')).toEqual(['State', 'Organization']);
    expect(concreteTypesOf('Agent')).toEqual(['State', 'Organization', 'Person']);
    expect(concreteTypesOf('Fact')).toEqual(factTypeNames);
  });

  it.each(['Citation', 'Nobody', 'constructor', ''])('are empty for the name %p', (name) => {
    expect(concreteTypesOf(name)).toEqual([]);
  });

  it('are given by the link fields of a type', () => {
    expect(linkFields('Membership').map(([name, { target }]) => [name, target])).toEqual([
      ['member', 'Actor'],
      ['organization', 'Organization'],
    ]);
    expect(linkFields('Person')).toEqual([]);
  });
});

describe('inversesOf', () => {
  const inverseOf = (target: string, name: string) => inversesOf(target).find((inverse) => inverse.name === name);

  it('returns the inverse of a link to an interface for the interface and each of its types', () => {
    for (const target of ['Actor', 'State', 'Organization'])
      expect(inverseOf(target, 'memberships')).toMatchObject({ type: 'Membership', through: ['member'] });
    expect(inverseOf('Agreement', 'memberships')).toBeUndefined();
    expect(inverseOf('Agent', 'memberships')).toBeUndefined();
  });

  it('returns the inverse of a link to a type for that type only', () => {
    expect(inverseOf('Organization', 'members')).toMatchObject({ type: 'Membership', through: ['organization'] });
    for (const target of ['State', 'Actor', 'Fact']) expect(inverseOf(target, 'members')).toBeUndefined();
  });

  it('returns one inverse for several link fields of one type that share it', () => {
    expect(inverseOf('Event', 'disputes')).toMatchObject({ type: 'Dispute', through: ['one', 'other'] });
    expect(inverseOf('State', 'claims')).toMatchObject({ type: 'Claim', through: ['subject', 'object', 'via'] });
    expect(inverseOf('State', 'relations')).toMatchObject({ type: 'StateRelation', through: ['from', 'to'] });
  });

  it('includes citations, names, codes, claims and disputes for every fact type', () => {
    for (const type of factTypeNames)
      for (const name of ['citations', 'names', 'codes', 'claims', 'disputes'])
        expect(inverseOf(type, name)).toBeDefined();
  });

  it('is empty for names that are not fact types', () => {
    expect(inversesOf('Nobody')).toEqual([]);
    expect(inversesOf('Citation')).toEqual([]);
  });
});
