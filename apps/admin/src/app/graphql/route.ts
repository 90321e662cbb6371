export { forward as GET, forward as POST, forward as OPTIONS } from '../../doors/forward.ts';
