// The health check of a container: exits with 0 if the API is ready to serve, else with 1. It imports nothing, because it
// runs every few seconds.
const { API_PORT } = process.env;
try {
  const response = await fetch(`http://127.0.0.1:${API_PORT || 4000}/readyz`, { signal: AbortSignal.timeout(4_000) });
  process.exitCode = response.ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
