"""Grammar that several steps share: sentences as items, role groups, lists of people."""
