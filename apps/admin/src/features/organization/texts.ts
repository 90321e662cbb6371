/** The texts of what the page of an organization shows beyond its fields. */
export const texts = { organs: 'Organs and emanations' } as const;
