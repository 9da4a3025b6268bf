"""The frozen nouns and errors that all rooms share. Nothing here reads or writes anything."""
