/**
 * Returns the settings of the server by name. They are passed on the command line at each start, so that a new release
 * can change them.
 */
export function serverSettings(durable: boolean): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    cluster_name: 'chancery',
    timezone: 'UTC',
    max_connections: '100',
    shared_buffers: durable ? '256MB' : '128MB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '2GB',
    random_page_cost: '1.1',
    // JIT compilation takes longer than our statements run.
    jit: 'off',
    log_checkpoints: 'off',
    ...(durable ? {} : throwaway),
  };
}

// For the throwaway clusters of tests: a crash of the machine may corrupt them.
const throwaway = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};
