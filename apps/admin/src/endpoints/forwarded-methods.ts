// The handlers of a route that forwards to the API. The API answers methods that it does not accept, and names those that it does.
export {
  forward as GET,
  forward as POST,
  forward as PUT,
  forward as PATCH,
  forward as DELETE,
  forward as OPTIONS,
  forward as HEAD,
} from './forward.ts';
