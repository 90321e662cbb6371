// Import this before the server. Some libraries behave differently under NODE_ENV=test, and tests must cover what runs.
process.env.NODE_ENV = 'production';
