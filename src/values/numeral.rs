//! Whole numbers in Chinese words.

const DIGITS: &str = "零一二三四五六七八九";

/// Reads the whole number in words that a text begins with, below a hundred million: 十二, 两千五百, 一百零三. Returns it
/// with the bytes that it takes. `None` for digits in a row (二〇二六), for 一百二, which may be 120 or 102, and where the
/// text begins with no number, or with a large one that says no more than many: 千 alone, 万 alone.
pub fn read_numeral(text: &str) -> Option<(i64, usize)> {
    let length = text.find(|c| !is_numeral(c)).unwrap_or(text.len());
    let words = &text[..length];
    let Some((high, low)) = words.split_once('万') else { return Some((below_ten_thousand(words)?, length)) };
    let rest = match low.strip_prefix('零') {
        Some(low) => below_ten_thousand(low)?,
        None if low.is_empty() => 0,
        // 三万五 is as open as 一百二.
        None => below_ten_thousand(low).filter(|rest| *rest >= 1_000)?,
    };
    Some((below_ten_thousand(high)? * 10_000 + rest, length))
}

/// Whether a character is a part of numbers in words.
pub fn is_numeral(c: char) -> bool {
    digit(c).is_some() || power(c).is_some() || c == '万'
}

fn below_ten_thousand(words: &str) -> Option<i64> {
    let (mut sum, mut pending, mut least, mut has_zero) = (0, None, 10_000, false);
    for c in words.chars() {
        match (digit(c), power(c)) {
            (Some(0), _) if sum > 0 && pending.is_none() => has_zero = true,
            (Some(digit @ 1..), _) if pending.is_none() => pending = Some(digit),
            (_, Some(power)) if power < least => {
                // 十 alone is ten at the begin of a number.
                sum += pending.take().or((power == 10 && sum == 0).then_some(1))? * power;
                (least, has_zero) = (power, false);
            }
            _ => return None,
        }
    }
    let is_clear = pending.is_none() || least == 10_000 || least == 10 || has_zero;
    let number = sum + pending.unwrap_or(0);
    (is_clear && number > 0 && !(has_zero && pending.is_none())).then_some(number)
}

fn digit(c: char) -> Option<i64> {
    let c = match c {
        '两' => '二',
        '〇' => '零',
        c => c,
    };
    DIGITS.chars().zip(0..).find_map(|(digit, value)| (digit == c).then_some(value))
}

const fn power(c: char) -> Option<i64> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A number below a hundred million as it is written.
    fn written(number: i64) -> String {
        let (high, low) = (number / 10_000, number % 10_000);
        let high_text = if high > 0 { four(high) + "万" } else { String::new() };
        let gap = if high > 0 && low > 0 && low < 1000 { "零" } else { "" };
        let low_text = if low > 0 { four(low) } else { String::new() };
        let text = high_text + gap + &low_text;
        text.strip_prefix("一十").map_or(text.clone(), |rest| format!("十{rest}"))
    }

    fn four(number: i64) -> String {
        let digits: Vec<char> = DIGITS.chars().collect();
        let (mut text, mut is_gap) = (String::new(), false);
        for (power, word) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = number / power % 10;
            if digit > 0 {
                text += if is_gap && !text.is_empty() { "零" } else { "" };
                text.push(digits[usize::try_from(digit).unwrap()]);
                text += word;
            }
            is_gap = digit == 0;
        }
        text
    }

    #[test]
    fn what_is_written_is_read() {
        for number in (1..30_000).chain((30_000..99_999_999).step_by(7_919)) {
            let text = written(number);
            assert_eq!(read_numeral(&(text.clone() + "个")), Some((number, text.len())), "{text}");
        }
    }

    #[test]
    fn what_is_open_is_none() {
        assert_eq!(read_numeral("两千五百户"), Some((2500, "两千五百".len())));
        for text in [
            "",
            "个",
            "百家",
            "千户",
            "万人",
            "一百二",
            "三万五",
            "二〇二六",
            "二零二六",
            "三四",
            "十百",
            "零个",
            "一百零",
        ] {
            assert_eq!(read_numeral(text), None, "{text}");
        }
    }
}
