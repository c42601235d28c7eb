//! What the tests of copydesk share.

pub mod corpus;
pub mod damage;
pub mod labels;
