/** The texts of the additional content on the page of an organization. */
export const texts = { organs: 'Organs and emanations' } as const;
