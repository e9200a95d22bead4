// Begins here; see docs/architecture.md.
