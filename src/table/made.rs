//! What a table makes: roles, what they ask for, and competencies of its own.

use crate::catalog::model::Proficiency;

/// A role in the making.
pub struct Role {
    pub id: String,
    pub title: String,
    /// The table's own name of the role, which its grades share.
    pub of: String,
    /// Whether it is laid over a role of the catalog beneath, which keeps what the table does not say.
    pub is_over: bool,
    /// The aliases that the role beneath keeps, where the table calls another role by one of them.
    pub aliases: Option<Vec<String>>,
    pub family: String,
    pub track: String,
    pub rank: u8,
    /// Whether the table or the title says the rank.
    pub is_ranked: bool,
    pub summary: String,
    pub ratings: Vec<Rating>,
    /// Ids of tools of the catalog beneath.
    pub tools: Vec<(String, Proficiency)>,
}

/// What a role asks of a competency.
pub struct Rating {
    pub competency: String,
    /// None where the table says none.
    pub weight: Option<u8>,
    pub level: Option<Proficiency>,
    /// The level in the words of the scale that the competency has beneath, where that is none of ours.
    pub step: Option<String>,
    pub text: String,
}

/// A competency that no catalog beneath has.
pub struct Own {
    pub id: String,
    pub title: String,
    pub definition: String,
    /// What each level looks like: what the table first says of one.
    pub looks: [String; 4],
}
