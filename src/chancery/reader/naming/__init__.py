"""How names are found in a document and which of them mean the same: the parts of the three name steps."""
