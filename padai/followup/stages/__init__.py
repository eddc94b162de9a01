"""Left of the store: register, inventory and benchmarks, read and checked."""
