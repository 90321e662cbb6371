export { forward as GET, forward as HEAD } from '../../../doors/forward.ts';
