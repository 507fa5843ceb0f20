//! Pages of a real program.

use super::super::build::outline;
use super::read;

#[test]
fn try_it() {
    let dir = std::env::var("PAGES").unwrap();
    let words = std::fs::read(format!("{dir}.html")).unwrap();
    let picture = std::fs::read(format!("{dir}.svg")).unwrap();
    print!("{}", outline(&read(&words, &picture).unwrap()));
}
