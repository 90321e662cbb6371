/** Headers of public responses: pages of any site can read the response and its entity tag. */
export const corsHeaders = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'etag' };

/** Headers of the response to a CORS preflight request. */
export const preflightHeaders = {
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-allow-headers':
    'content-type, accept, if-none-match, apollo-require-preflight, x-apollo-operation-name',
  'access-control-max-age': '86400',
};
