"""Settings, wiring, and the whole daily path."""
