export { type FreshDatabase, freshDatabase } from '@chancery/prisma/testing';
