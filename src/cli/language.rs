//! The language of all texts: `--lang`, else what `perfc.toml` says, else the system's locale.

use std::ffi::OsString;

use perfc::diagnostic::Lang;

use super::settings;

/// Chooses the language before the arguments are parsed, because help and usage errors are in it too.
pub fn choose(arguments: &[OsString]) -> Lang {
    let words: Vec<_> = arguments.iter().map(|argument| argument.to_string_lossy()).collect();
    let joined = words.iter().find_map(|word| word.strip_prefix("--lang=").map(str::to_owned));
    let apart = words.windows(2).find(|pair| pair[0] == "--lang").map(|pair| pair[1].to_string());
    let chosen = joined.or(apart).map(|chosen| of(&chosen));
    chosen.or_else(settings::language).unwrap_or_else(system)
}

/// The language of the system's locale.
pub fn system() -> Lang {
    of(&sys_locale::get_locale().unwrap_or_default())
}

/// Chinese for every Chinese locale, English for all others.
pub fn of(locale: &str) -> Lang {
    if locale.to_ascii_lowercase().starts_with("zh") { Lang::Zh } else { Lang::En }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_option_goes_before_the_locale() {
        let arguments = |words: &[&str]| words.iter().map(OsString::from).collect::<Vec<_>>();
        assert_eq!(choose(&arguments(&["perfc", "check", "--lang", "zh"])), Lang::Zh);
        assert_eq!(choose(&arguments(&["perfc", "--lang=en", "check"])), Lang::En);
        assert_eq!(of("zh_CN.UTF-8"), Lang::Zh);
        assert_eq!(of("zh-Hans-CN"), Lang::Zh);
        assert_eq!(of("C"), Lang::En);
    }
}
