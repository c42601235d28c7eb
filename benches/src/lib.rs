//! What the benchmarks of copydesk share.
