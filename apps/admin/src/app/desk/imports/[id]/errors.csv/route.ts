export { forward as GET } from '../../../../../doors/forward.ts';
