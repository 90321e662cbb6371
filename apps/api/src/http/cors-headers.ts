/** With every answer that is public: pages of any site may read it, and its tag. */
export const corsHeaders = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'etag' };

/** Told to browsers that ask before they send. */
export const preflightHeaders = {
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-allow-headers':
    'content-type, accept, if-none-match, apollo-require-preflight, x-apollo-operation-name',
  'access-control-max-age': '86400',
};
