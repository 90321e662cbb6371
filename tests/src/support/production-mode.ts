// Imported before the server: the libraries that it stands on are laxer in tests, and what runs is to be tried.
process.env.NODE_ENV = 'production';
