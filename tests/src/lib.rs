//! What the tests of copydesk share.
