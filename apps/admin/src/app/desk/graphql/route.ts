export * from '../../../endpoints/forwarded-methods.ts';
