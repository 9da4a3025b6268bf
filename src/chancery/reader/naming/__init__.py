"""How names are found in a document and which of them mean the same: the parts that the three name steps are made of."""
