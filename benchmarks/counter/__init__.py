"""What bench_counter.py is made of: rows by the million, our own pages, the peer's, clients, databases."""
