export { forward as GET, forward as OPTIONS } from '../../doors/forward.ts';
