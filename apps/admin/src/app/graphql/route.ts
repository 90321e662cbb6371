export { forward as GET, forward as POST, forward as OPTIONS } from '../../endpoints/forward.ts';
