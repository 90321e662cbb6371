export { forward as GET, forward as OPTIONS } from '../../../endpoints/forward.ts';
