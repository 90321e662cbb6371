export { forward as POST } from '../../../../doors/forward.ts';
