"""The reader's steps, one per file: each has `run(draft)`, and the pipeline of a language names them in order."""
