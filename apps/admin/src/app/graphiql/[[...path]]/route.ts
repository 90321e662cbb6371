export { forward as GET, forward as HEAD } from '../../../endpoints/forward.ts';
