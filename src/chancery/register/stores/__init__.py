"""What differs between the databases that a register can live in; see `register.store`."""
