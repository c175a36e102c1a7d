"""Benchmarks: how the site does with much more in it than a village has. `make bench`; figures in docs/figures.md."""
