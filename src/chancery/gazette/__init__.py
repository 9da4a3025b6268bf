"""What people and programs see: pages and JSON over HTTP, exports, scores. It never writes to the ledger."""
