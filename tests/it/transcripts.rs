//! The command line as its users see it: `tests/cli/*.md` holds what is typed and what comes back, and is run.
//!
//! A page runs in a copy of the folder that bears its name with `.in`. `TRYCMD=overwrite` writes what comes back anew.

#[test]
fn transcripts() {
    let cases = trycmd::TestCases::new();
    cases.env("COLUMNS", "100").env("NO_COLOR", "1").env("TERM", "dumb");
    cases.case("tests/cli/*.md").case("tests/cli/*.toml");
}
