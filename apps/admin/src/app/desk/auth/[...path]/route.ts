export { forward as GET, forward as POST } from '../../../../doors/forward.ts';
