//! Words
