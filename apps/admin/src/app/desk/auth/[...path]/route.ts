export { forward as GET, forward as POST } from '../../../../endpoints/forward.ts';
