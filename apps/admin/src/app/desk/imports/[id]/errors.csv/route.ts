export { forward as GET } from '../../../../../endpoints/forward.ts';
