export { forward as POST } from '../../../../endpoints/forward.ts';
