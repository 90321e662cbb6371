/** The HTML of the GraphiQL page. It loads the scripts and the style sheet from this server. */
export const graphiqlPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>GraphiQL · Chancery</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/graphiql/graphiql.css">
<style>html, body, #graphiql { height: 100%; margin: 0 }</style>
<script src="/graphiql/react.js" defer></script>
<script src="/graphiql/react-dom.js" defer></script>
<script src="/graphiql/graphiql.js" defer></script>
<script src="/graphiql/start.js" defer></script>
</head>
<body>
<div id="graphiql"><noscript>GraphiQL needs JavaScript. The schema is also available by introspection at /graphql.</noscript></div>
</body>
</html>
`;

const example = `# The public register of Chancery. Every list is a connection; every response gives its revision.
query RussiaAndIran {
  revision { number at }
  dyad(a: { code: "RUS" }, b: { code: "IRN" }) {
    agreements(first: 10) {
      totalCount
      nodes { title signed { words } }
    }
  }
}
`;

/** The script that starts GraphiQL. A separate file, because the content security policy forbids inline scripts. */
export const startScript = `const fetcher = GraphiQL.createFetcher({ url: '/graphql' });
ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, { fetcher, shouldPersistHeaders: false, defaultQuery: ${JSON.stringify(example)} }),
);
`;
