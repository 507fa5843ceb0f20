//! Documents with results, read.

use std::{
    fs,
    path::{Path, PathBuf},
};

use perfc::{
    diagnostic::Text,
    import::{
        ReadError,
        results::{Content, Given, read},
    },
};

use super::{
    convert::convert,
    disk,
    output::{Terminal, io_reason},
};

/// Reads the results of one file of targets; `None` where one cannot be read, which is said.
pub fn read_all(paths: &[PathBuf], targets: usize, terminal: &Terminal) -> Option<Vec<Given>> {
    if !paths.is_empty() && targets != 1 {
        let reason = Text {
            zh: "错误：--actuals 要与一个目标文件一起用",
            en: "error: --actuals goes with one file of targets",
        };
        terminal.say(reason.zh, reason.en);
        return None;
    }
    let mut given: Vec<Given> = Vec::new();
    for path in paths {
        let name = disk::display(&disk::absolute(path));
        let bytes = fs::read(path).map_err(|error| io_reason(&error, terminal.lang));
        match bytes.and_then(|bytes| one(&name, bytes, terminal)) {
            // The same file twice says nothing more.
            Ok(one) if given.iter().any(|known| known.name == one.name) => {}
            Ok(one) => given.push(one),
            Err(reason) => {
                terminal.complain(path, &reason);
                return None;
            }
        }
    }
    Some(given)
}

/// Reads a document; one in a format that is not read is converted first.
fn one(name: &str, bytes: Vec<u8>, terminal: &Terminal) -> Result<Given, String> {
    match read(name, &bytes) {
        Err(ReadError::NeedsConversion(kind)) => {
            let content = Content::Tables(convert(Path::new(name), &bytes, kind, terminal)?);
            Ok(Given { name: name.to_owned(), content })
        }
        other => other.map_err(|error| error.reason(terminal.lang)),
    }
}
