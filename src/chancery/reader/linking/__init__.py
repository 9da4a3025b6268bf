"""Which mentions belong together: high-recall candidates with features that people can read, for learned scorers."""
