"""How a build runs: what was asked, a process apart, one swap, a log."""
