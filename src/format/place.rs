//! What stands where: which words are keywords and which belong to the standard.

use crate::{
    syntax::TokenKind,
    words::{Keyword, Names, Place, Role},
};

/// What the statements of a block are.
#[derive(Debug, Clone, Copy)]
pub enum Inside {
    /// Those that may stand at a place.
    Place(Place),
    /// A word of the standard and its value.
    Role(Role),
    /// Not known to the formatter.
    Unknown,
}

impl Inside {
    /// The keyword that a statement begins with here.
    pub fn keyword(self, word: &str) -> Option<Keyword> {
        let Self::Place(place) = self else { return None };
        Keyword::find(word).filter(|keyword| keyword.fits(place))
    }

    /// What a statement's first word may be instead of a keyword. It goes first: a standard may take a word for itself.
    pub fn role(self) -> Option<Role> {
        match self {
            Self::Place(Place::Project | Place::Actual) => Some(Role::Category),
            Self::Role(role) => Some(role),
            _ => None,
        }
    }

    /// What is expected behind a keyword that a statement begins with here.
    pub fn behind(self, keyword: Keyword) -> Expected {
        match (self, keyword) {
            // Standards define grades, results name them.
            (Self::Place(Place::Actual), Keyword::Grade) => Expected::Grade,
            _ => Expected::behind(keyword),
        }
    }

    /// What the block of a statement holds that stands here and begins with this keyword.
    pub fn block(self, head: Option<Keyword>) -> Self {
        match (head, self) {
            (Some(Keyword::Project | Keyword::Template), _) => Self::Place(Place::Project),
            (Some(Keyword::Actual), _) => Self::Place(Place::Actual),
            (Some(Keyword::Standard), _) => Self::Place(Place::Standard),
            (Some(Keyword::Level), _) => Self::Place(Place::Level),
            (Some(Keyword::Category), _) => Self::Place(Place::Category),
            (Some(Keyword::Budget | Keyword::Spent | Keyword::Forecast), _) => Self::Role(Role::Fund),
            (Some(Keyword::Weights | Keyword::Scheme), _) => Self::Role(Role::Level),
            (None, Self::Place(Place::Project)) => Self::Place(Place::Indicator),
            (None, Self::Place(Place::Actual)) => Self::Place(Place::Result),
            _ => Self::Unknown,
        }
    }
}

/// What the next word of a statement may be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Expected {
    /// A keyword, a label.
    #[default]
    Any,
    /// A unit or a keyword.
    Unit,
    /// A name.
    Name,
    /// A name, and so are the words behind it.
    Names,
    /// A name, and so are the words behind it up to `measures` or `also`.
    Units,
    /// A grade.
    Grade,
    /// The `(` of a function.
    Function,
    /// What a function is of.
    Group,
}

impl Expected {
    /// What is expected behind a keyword.
    pub fn behind(keyword: Keyword) -> Self {
        match (keyword, keyword.names()) {
            (Keyword::Graded, _) => Self::Grade,
            (Keyword::Sum | Keyword::Count, _) => Self::Function,
            (_, Names::None) => Self::Any,
            (_, Names::One) => Self::Name,
            (_, Names::Many) => Self::Units,
            (_, Names::All) => Self::Names,
        }
    }

    /// What is expected behind the next token, which is a keyword or not, in a statement that lists grades or not.
    pub fn after(self, kind: TokenKind, keyword: Option<Keyword>, graded: bool) -> Self {
        if let Some(keyword) = keyword {
            return Self::behind(keyword);
        }
        match (kind, self) {
            (TokenKind::Word, Self::Unit) if graded => Self::Grade,
            (TokenKind::Word | TokenKind::Text | TokenKind::Comma, list @ (Self::Names | Self::Units)) => list,
            (TokenKind::OpenParen, Self::Function) => Self::Group,
            (TokenKind::Comma, _) if graded => Self::Grade,
            (TokenKind::Number, _) => Self::Unit,
            _ => Self::Any,
        }
    }

    /// The keyword that a word among the arguments is.
    pub fn keyword(self, word: &str) -> Option<Keyword> {
        let keyword = Keyword::find(word).filter(|keyword| keyword.fits(Place::Argument))?;
        let fits = match self {
            Self::Name | Self::Names | Self::Group => false,
            Self::Units => matches!(keyword, Keyword::Measures | Keyword::Also),
            Self::Any | Self::Unit | Self::Grade | Self::Function => true,
        };
        fits.then_some(keyword)
    }
}

/// Whether a keyword has a value in formulas.
pub fn is_of_formulas(keyword: Keyword) -> bool {
    matches!(keyword, Keyword::Budget | Keyword::Sum | Keyword::Count)
}
